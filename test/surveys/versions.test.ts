import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/audit/queries.ts';
import { latestVersion, publishedVersion } from '../../src/consultations/queries.ts';
import { readDefinition, type Definition, type Question } from '../../src/surveys/definition.ts';
import { hidden } from '../support/families.ts';
import {
  openConsultation,
  planConsultation,
  usualSurvey,
  type Officer,
  type Planned,
} from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('a new version of a published survey', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  type Survey = Planned & { path: string; version: string };

  /** An open consultation whose next version is being written. `version` is its id, as the forms hold it. */
  async function beginNew(survey: Definition = usualSurvey): Promise<Survey> {
    const planned = await openConsultation(world, officer, { survey });
    const path = `/desk/consultations/${planned.id}/survey`;
    expect((await officer.post(`${path}/new-version`)).headers.get('location')).toBe(path);
    return { ...planned, path, version: hidden(await officer.read(path), '_version') };
  }

  const newest = async (id: string) => {
    const row = await latestVersion(world.db.read, id);
    return { number: row?.number, at: row?.published_at, ...readDefinition(row?.definition ?? '') };
  };
  const live = async (id: string) => (await publishedVersion(world.db.read, id))?.number;
  const ids = (questions: readonly Question[]) => questions.map(each => each.id).join(' ');
  const acts = async (id: string) => (await auditOf(world.db.read, 'consultation', id)).map(row => row.act);

  test('is offered once the survey is published, and while it is written families answer the old one', async () => {
    const planned = await planConsultation(world, officer);
    const path = `/desk/consultations/${planned.id}/survey`;
    expect(await officer.read(path)).not.toContain('Change the questions');
    expect((await officer.post(`${path}/new-version`)).status, 'nothing is published').toBe(409);
    await officer.post(`/desk/consultations/${planned.id}/publication`);
    expect(await officer.read(path)).toContain('Change the questions');
    await officer.post(`${path}/new-version`);
    await officer.post(`${path}/questions/q2/removal`);
    expect(await newest(planned.id)).toMatchObject({ number: 2, at: null });
    expect(ids((await newest(planned.id)).questions)).toBe('q1 q3 q4 q5');
    expect(await live(planned.id)).toBe(1);
    expect(await officer.read(path)).toContain('Families answer version 1 until you publish this one.');
    expect((await world.visitor().get(`/consultations/${planned.slug}/answer/q2`)).status).toBe(200);
    expect(await officer.read(`/desk/consultations/${planned.id}/preview`)).toContain('Version 2');
  });

  test('is one at a time, however often the button is pressed', async () => {
    const { id } = await openConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey`;
    const presses = () => [officer, officer, officer].map(each => each.post(`${path}/new-version`));
    const answers = await Promise.all(presses());
    expect(answers.map(each => each.status)).toEqual([303, 303, 303]);
    await officer.post(`${path}/questions/q3/removal`);
    await Promise.all(presses());
    expect(await newest(id)).toMatchObject({ number: 2 });
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q4 q5');
  });

  test('is published in one act, and is then what families answer', async () => {
    const { id, slug, path, version } = await beginNew();
    await officer.post(`${path}/questions/q2/removal`);
    const before = await world.visitor().read(`/consultations/${slug}`);
    expect(before).toContain('5 questions');
    expect((await officer.post(`${path}/new-version/publication`, { _version: version })).status).toBe(303);
    expect(await live(id)).toBe(2);
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain('4 questions');
    expect((await world.visitor().get(`/consultations/${slug}/answer/q2`)).status).not.toBe(200);
    expect(await acts(id)).toContain('publish a new version of the survey');
    const again = await officer.post(`${path}/new-version/publication`, { _version: version });
    expect(again.status, 'it was published already').toBe(409);
    expect(await officer.read(path)).toContain('Change the questions');
  });

  test('is not published with the words of the page, nor while something is missing', async () => {
    const { id, path, version } = await beginNew();
    await officer.post(`${path}/new/choose-one`, { _version: version });
    expect((await officer.post(`/desk/consultations/${id}/publication`)).status).toBe(303);
    expect(await live(id)).toBe(1);
    const refused = await officer.post(`${path}/new-version/publication`, { _version: version });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Question 6: write the question.');
    expect(page).toContain('<title>Error: ');
    expect((await officer.follow(officer.get(`${path}/new-version/publication`))).status).toBe(200);
    expect(await live(id)).toBe(1);
  });

  test('is thrown away, and the next one starts from what is published', async () => {
    const { id, path, version } = await beginNew();
    await officer.post(`${path}/questions/q2/removal`);
    expect((await officer.post(`${path}/new-version/removal`, { _version: version })).status).toBe(303);
    expect(await newest(id)).toMatchObject({ number: 1 });
    expect((await officer.post(`${path}/new-version/removal`, { _version: version })).status).toBe(409);
    await officer.post(`${path}/new-version`);
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q3 q4 q5');
    expect(await acts(id)).toContain('discard a new version of the survey');
  });

  test('a first version and a published one are never thrown away', async () => {
    const { id, path } = await openConsultation(world, officer).then(each => ({
      ...each,
      path: `/desk/consultations/${each.id}/survey`,
    }));
    const published = (await publishedVersion(world.db.read, id))?.id ?? '';
    expect((await officer.post(`${path}/new-version/removal`, { _version: published })).status).toBe(409);
    const planned = await planConsultation(world, officer);
    const first = (await latestVersion(world.db.read, planned.id))?.id ?? '';
    const gone = `/desk/consultations/${planned.id}/survey/new-version/removal`;
    expect((await officer.post(gone, { _version: first })).status).toBe(409);
    expect(await newest(planned.id)).toMatchObject({ number: 1 });
  });

  test('what another officer published or discarded meanwhile is a page that keeps what was typed', async () => {
    const typed = { ask: 'How easy is it to find a short break near you?', options: 'Easy\nHard' };
    for (const ending of ['publication', 'removal']) {
      const { path, version } = await beginNew();
      const other = await world.signIn('officer');
      await officer.post(`${path}/questions/q3/removal`);
      expect((await other.post(`${path}/new-version/${ending}`, { _version: version })).status).toBe(303);
      for (const begunAgain of [false, true]) {
        if (begunAgain) await other.post(`${path}/new-version`);
        const late = await officer.post(`${path}/questions/q2`, { ...typed, _version: version });
        expect(late.status, ending).toBe(409);
        expect(await late.text()).toContain('How easy is it to find a short break near you?');
        expect((await officer.post(`${path}/questions/q2/up`, { _version: version })).status).toBe(409);
      }
    }
  });

  test('ids of what was taken out never come back', async () => {
    const { id, path, version } = await beginNew();
    await officer.post(`${path}/questions/q5/removal`);
    await officer.post(`${path}/new-version/publication`, { _version: version });
    await officer.post(`${path}/new-version`);
    await officer.post(`${path}/new/long-text`, {});
    await officer.post(`${path}/questions/q4/copy`);
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q3 q4 q7 q6');
  });

  test('after the close no version is begun or published, and one that was left can be thrown away', async () => {
    const own = await createWorld(dialect);
    try {
      const late = await own.signIn('officer');
      const one = await openConsultation(own, late);
      const path = `/desk/consultations/${one.id}/survey`;
      await late.post(`${path}/new-version`);
      const version = hidden(await late.read(path), '_version');
      own.setNow(Temporal.PlainDate.from(one.closesOn).add({ days: 1 }).toString());
      expect(await late.read(path)).toContain('closed before version 2 was published');
      expect((await late.post(`${path}/new-version/publication`, { _version: version })).status).toBe(409);
      expect((await late.post(`${path}/questions/q2/up`)).status).toBe(409);
      expect((await late.post(`${path}/new-version/removal`, { _version: version })).status).toBe(303);
      expect(await late.read(path)).toContain('The consultation has closed');
      expect((await late.post(`${path}/new-version`)).status).toBe(409);
    } finally {
      await own.close();
    }
  });

  test('a rule goes with the question or the answer that it names, and the page says which', async () => {
    const { id, path } = await beginNew(branching);
    const toThird = await officer.post(`${path}/questions/q2`, {
      ask: 'Which?',
      options: 'One\nThree',
      notSure: 'yes',
    });
    expect(await officer.read(toThird.headers.get('location') ?? '')).toContain('Question 2 said: ‘If ');
    const rulesOf = async (question: string) => (await newest(id)).questions.find(each => each.id === question)?.next;
    expect(await rulesOf('q2')).toEqual([{ when: { q: 'q2', anyOf: ['c'] }, to: 'q4' }]);
    const removed = await officer.post(`${path}/questions/q4/removal`);
    expect(await officer.read(removed.headers.get('location') ?? '')).toContain('Question 2 said: ‘If ');
    expect(await rulesOf('q2')).toBeUndefined();
  });

  test('a survey never grows beyond what can be read again', async () => {
    const questions = Array.from({ length: 250 }, (_, at) => ({ id: `q${at + 1}`, kind: 'long-text', ask: 'Why?' }));
    const { path } = await beginNew({ format: 1, questions: questions as Question[] });
    for (const [part, fields] of [
      ['new/date', { bins: 'month' }],
      ['questions/q3/copy', {}],
    ] as const) {
      const refused = await officer.post(`${path}/${part}`, fields);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain('at most 250 questions');
    }
  });

  test('words of a question that was answered ask whether they still mean the same', async () => {
    const { id, path } = await beginNew();
    const edit = `${path}/questions/q3`;
    expect(await officer.read(edit)).toContain('does it still mean the same?');
    const ask = 'Short breaks suit my child.';
    const silent = await officer.post(edit, { ask });
    expect(silent.status).toBe(422);
    expect(await silent.text()).toContain('Say whether the question still means the same.');
    expect((await officer.post(edit, { ask: 'Short breaks fit what my child likes.', important: 'yes' })).status).toBe(
      303,
    );
    expect((await officer.post(edit, { ask, meaning: 'same' })).status).toBe(303);
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q3 q4 q5');
    const other = await officer.post(edit, { ask: 'Short breaks suit our family.', meaning: 'other' });
    expect(await officer.read(other.headers.get('location') ?? '')).toContain('Question 3 is a new question now');
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q6 q4 q5');
    expect((await officer.post(`${path}/questions/q6`, { ask: 'Anything?' })).status, 'nobody answered it').toBe(303);
    expect(await officer.read(path)).toContain('‘Short breaks fit what my child likes.’');
  });

  test('so do the words of an answer; other groups are for a new question alone', async () => {
    const survey = structuredClone(usualSurvey);
    survey.questions.push({ id: 'q6', kind: 'number', ask: 'How many?', bins: [5] });
    const { id, path } = await beginNew(survey);
    const edit = `${path}/questions/q4`;
    const typed = { ask: 'What would help?', options: 'More weekends\nPlaces close to home' };
    expect((await officer.post(edit, typed)).status).toBe(422);
    const optionsOf = async () => JSON.stringify((await newest(id)).questions.find(each => each.id === 'q4'));
    await officer.post(edit, { ...typed, answersMeaning: 'same' });
    expect(await optionsOf()).toContain('{"id":"b","words":"Places close to home"}');
    await officer.post(edit, { ...typed, options: 'More weekends\nPlaces by bus', answersMeaning: 'other' });
    expect(await optionsOf()).toContain('{"id":"c","words":"Places by bus"}');
    await officer.post(edit, { ...typed, options: 'More weekends' });
    await officer.post(edit, { ...typed, options: 'More weekends\nAnything else' });
    expect(await optionsOf(), 'b was answered, c was not').toContain('{"id":"c","words":"Anything else"}');
    const groups = { ask: 'How many?', groups: '5\n10' };
    const refused = await officer.post(`${path}/questions/q6`, { ...groups, meaning: 'same' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Choose ‘count it anew’.');
    expect((await officer.post(`${path}/questions/q6`, { ...groups, meaning: 'other' })).status).toBe(303);
    expect(ids((await newest(id)).questions)).toBe('q1 q2 q3 q4 q5 q7');
  });

  test('the public reads what was changed, an entry a version', async () => {
    const { slug, path, version } = await beginNew();
    const none = await officer.post(`${path}/new-version/publication`, { _version: version });
    expect(await none.text()).toContain('Nothing is changed yet');
    await officer.post(`${path}/questions/q3`, { ask: 'Short breaks suit my child.', meaning: 'same' });
    await officer.post(`${path}/questions/q5/removal`);
    await officer.post(`${path}/new/long-text`, {});
    await officer.post(`${path}/questions/q6`, { ask: 'What works well today?' });
    const before = (await officer.read(path)).replace(/\s+/g, ' ');
    const inPublic =
      'We made the wording of question 3 clearer. We added a question: ‘What works well today?’. We took out a question: ‘What should we change first?’.';
    for (const words of [
      'Question 3 has other words.',
      'Was:</span> <del>Short breaks fit what my child likes.</del>',
      'Is:</span> <ins>Short breaks suit my child.</ins>',
      `the consultation’s page says: ‘${inPublic}’`,
    ])
      expect(before).toContain(words);
    await officer.post(`${path}/new-version/publication`, { _version: version });
    const page = (await world.visitor().read(`/consultations/${slug}`)).replace(/\s+/g, ' ');
    expect(page).toContain(inPublic);
    await officer.post(`${path}/new-version`);
    await officer.post(`${path}/questions/q4/up`);
    const second = hidden(await officer.read(path), '_version');
    await officer.post(`${path}/new-version/publication`, { _version: second });
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain('We put the questions in another order.');
  });

  test('circles and questions that nobody comes to are named before publishing', async () => {
    const circle = structuredClone(branching);
    circle.questions[3] = {
      ...branching.questions[3],
      next: [{ when: { q: 'q4', answered: true }, to: 'q2' }],
    } as Question;
    const skips = structuredClone(branching);
    skips.questions[0] = {
      ...branching.questions[0],
      required: true,
      next: [{ when: { q: 'q1', answered: true }, to: 'q3' }],
    } as Question;
    for (const [survey, words] of [
      [circle, 'Question 2, Question 3 and Question 4 lead in a circle'],
      [skips, 'Question 2 can never be reached'],
    ] as const) {
      const { id } = await planConsultation(world, officer, { survey });
      const refused = await officer.post(`/desk/consultations/${id}/publication`);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(words);
      expect(await officer.read(`/desk/consultations/${id}/survey`)).toContain(words);
    }
  });
});

const branching: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'agreement', ask: 'Mornings are calm.' },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'Which?',
      options: [
        { id: 'a', words: 'One' },
        { id: 'b', words: 'Two' },
        { id: 'c', words: 'Three' },
      ],
      next: [
        { when: { q: 'q2', anyOf: ['b', 'c'] }, to: 'q4' },
        { when: { and: [{ q: 'q1', answered: true }, { not: { q: 'q2', allOf: ['b'] } }] }, to: 'end' },
      ],
    },
    { id: 'q3', kind: 'long-text', ask: 'Why not?' },
    { id: 'q4', kind: 'long-text', ask: 'What next?' },
  ],
};
