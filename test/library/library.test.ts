import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { latestVersion, listConsultationPeople, findConsultation } from '../../src/consultations/queries.ts';
import { equality, sets, templates } from '../../src/library/content/index.ts';
import { addAbout, addQuestions } from '../../src/library/library-rules.ts';
import {
  emptyDefinition,
  missingForPublishing,
  parseDefinition,
  readDefinition,
  type Definition,
} from '../../src/surveys/definition.ts';
import { markStarts } from '../../src/surveys/mark-rules.ts';
import { findingsIn, findingsOf } from '../../src/surveys/word-rules.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

describe('what surveys start from', () => {
  test.each(templates.map(each => [each.title, each.definition] as const))(
    '%s can be published as it is, and every question has Easy Read words',
    (_title, definition) => {
      expect(parseDefinition(JSON.stringify(definition))).toEqual({ ok: true, definition });
      expect(missingForPublishing(definition)).toEqual([]);
      const asked = definition.questions.filter(each => each.kind !== 'information');
      expect(asked.filter(each => !each.editions?.easy?.ask)).toEqual([]);
    },
  );

  test('its words pass the checks that officers’ words pass', () => {
    const questions = [...templates.map(each => each.definition), ...sets, equality.about].flatMap(
      each => each.questions,
    );
    const found = questions.flatMap(question =>
      findingsOf(question, new Set()).map(({ wrong }) => [question.ask, wrong]),
    );
    for (const { definition, title } of templates) {
      expect({ title, found: findingsIn(definition, new Set()) }).toEqual({ title, found: [] });
    }
    // The main groups of the census are as many as they are.
    expect(found).toEqual([['What is your religion or belief?', 'It offers 8 answers.']]);
  });

  test('every set can be added to an empty survey, and what is asked about you as well', () => {
    const whole = sets.reduce<Definition>((before, set) => addQuestions(before, set.questions, []), emptyDefinition());
    const definition = addAbout(addAbout(whole, equality.about, []), equality.about, []);
    expect(parseDefinition(JSON.stringify(definition))).toEqual({ ok: true, definition });
    const ids = [...definition.questions, ...(definition.about?.questions ?? [])].map(each => each.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(definition.questions.filter(each => each.kind === 'who-is-answering')).toHaveLength(1);
  });

  test('an id that was published never comes back with another question', () => {
    const published: Definition = { format: 1, questions: [{ id: 'q40', kind: 'long-text', ask: 'Old?' }] };
    const { questions } = addQuestions(emptyDefinition(), sets[0]?.questions ?? [], [published]);
    expect(questions[0]?.id).toBe('q41');
  });
});

onBothDatabases('the library', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const surveyAt = async (id: string): Promise<Definition> =>
    readDefinition((await latestVersion(world.db.read, id))?.definition ?? '');
  const idIn = (response: Response) =>
    /consultations\/([^/]+)\//.exec(response.headers.get('location') ?? '')?.[1] ?? '';

  test('a new consultation begins with a template, or with nothing', async () => {
    for (const { key, definition } of templates) {
      const made = await officer.post('/desk/consultations', { title: `Like ${key}`, from: key });
      expect(await surveyAt(idIn(made))).toEqual(markStarts(definition, {}));
    }
    const bare = await officer.post('/desk/consultations', { title: 'From nothing' });
    expect(await surveyAt(idIn(bare))).toEqual(emptyDefinition());
    expect((await officer.post('/desk/consultations', { title: 'A copy of none', from: 'copy' })).status).toBe(422);
  });

  test('a plan that is there takes the questions of a template, which Undo takes out again', async () => {
    const { id } = await planConsultation(world, officer, { survey: emptyDefinition() });
    const survey = `/desk/consultations/${id}/survey`;
    expect(await officer.read(survey)).toContain(`${survey}/template`);
    for (const { key, definition } of templates) {
      expect((await officer.post(`${survey}/template`, { template: key })).status).toBe(303);
      const asked = ({ questions }: Definition) => questions.map(({ id, ask, next }) => ({ id, ask, next }));
      expect(asked(await surveyAt(id))).toEqual(asked(definition));
      const list = await officer.read(survey);
      expect(list).toContain('Questions from a template.');
      const n = /name="n" value="(\d+)"/.exec(list)?.[1] ?? '';
      expect((await officer.post(`${survey}/undo`, { n })).status).toBe(303);
      expect(await surveyAt(id)).toEqual(emptyDefinition());
    }
    expect((await officer.post(`${survey}/template`, { template: 'none' })).status).toBe(422);
  });

  test('a template comes after the questions that are there, under ids of its own', async () => {
    const { id } = await planConsultation(world, officer);
    const [template] = templates;
    await officer.post(`/desk/consultations/${id}/survey/template`, { template: template?.key ?? '' });
    const { questions } = await surveyAt(id);
    expect(questions.slice(0, usualSurvey.questions.length)).toEqual(usualSurvey.questions);
    expect(new Set(questions.map(each => each.id)).size).toBe(questions.length);
    const asked = template?.definition.questions.filter(each => each.kind !== 'who-is-answering') ?? [];
    const added = questions.slice(usualSurvey.questions.length);
    expect(added.map(each => each.ask)).toEqual(asked.map(each => each.ask));
    const ruled = (list: readonly { next?: unknown }[]) => list.filter(each => each.next).length;
    expect(ruled(added), 'its rules come along').toBe(ruled(asked));
  });

  test('a copy has the plan, the people and the questions; dates, answers and outcomes stay behind', async () => {
    const { id } = await openConsultation(world, officer);
    const made = idIn(await officer.post('/desk/consultations', { title: 'Once more', from: 'copy', like: id }));
    const [before, after] = [await findConsultation(world.db.read, id), await findConsultation(world.db.read, made)];
    expect(after).toMatchObject({ title: 'Once more', purpose: before?.purpose, background: before?.background });
    expect([after?.opens_on, after?.closes_on, after?.outcome_on]).toEqual([null, null, null]);
    expect(await surveyAt(made)).toEqual(usualSurvey);
    const names = async (of: string) => (await listConsultationPeople(world.db.read, of)).map(each => each.name);
    expect(await names(made)).toEqual(await names(id));
    const other = await world.signIn('officer', world.organisations.health);
    const refused = await other.post('/desk/consultations', { title: 'Not theirs', from: 'copy', like: id });
    expect(refused.status, 'who may not see it may not copy it').toBe(422);
  });

  test('questions of ours and those that were kept are added, ticked together in one form', async () => {
    const { id } = await planConsultation(world, officer, { survey: { format: 1, questions: [] } });
    const source = await planConsultation(world, officer);
    const keep = (question: string) =>
      officer.post(`/desk/consultations/${source.id}/survey/library/kept`, { question });
    for (const question of ['q2', 'q2']) expect((await keep(question)).status).toBe(303);
    const kept = await officer.follow(keep('q2'));
    expect(await kept.text(), 'back at the survey').toMatch(
      /kept in the library[\s\S]*<li id="q2" class="box" data-here>/,
    );
    expect((await keep('q99')).status).toBe(404);
    const path = `/desk/consultations/${id}/survey/library`;
    const saved = [...(await officer.read(path)).matchAll(/value="(saved [^"]+)"/g)].map(([, value = '']) => value);
    expect(saved, 'kept twice, it stands there once').toHaveLength(1);
    const picked = { 'pick-open': 'open q1', 'pick-about': 'about equality', 'pick-saved': saved[0] ?? '' };
    expect(await officer.read(path)).not.toContain('In this survey already');
    const added = await officer.post(path, picked);
    expect(added.status).toBe(303);
    expect(added.headers.get('location')).toMatch(/survey\?at=q\d+&added=.*#q\d+$/);
    const back = await (await officer.follow(added)).text();
    expect(back).toContain('Added from the library: question 1 and question 2.');
    expect(back).toContain(`${equality.about.questions.length} questions ‘about you’`);
    expect([...back.matchAll(/>New<|New\s*<\/span>/g)], 'both are marked').toHaveLength(2);
    const again = await officer.read(path);
    expect(again).toContain('In this survey already: Question 1.');
    expect(again, 'what was kept').toContain('In this survey already: Question 2.');
    expect(again).toContain('In this survey already: ‘About you’.');
    expect([...again.matchAll(/In this survey already/g)]).toHaveLength(3);
    const { questions, about } = await surveyAt(id);
    expect(questions.map(each => each.ask)).toEqual(['What went well?', usualSurvey.questions[1]?.ask]);
    expect(about?.questions).toHaveLength(equality.about.questions.length);
    expect((await officer.post(path, {})).status).toBe(422);
    expect((await officer.post(path, { 'pick-open': 'no such thing' })).status).toBe(303);
    expect((await surveyAt(id)).questions, 'what is not in the library adds nothing').toHaveLength(2);
    await officer.post(`/desk/library/${saved[0]?.slice('saved '.length) ?? ''}/removal`);
    expect(await officer.read('/desk/library')).toContain('There are none yet');
    expect((await surveyAt(id)).questions).toHaveLength(2);
    expect((await officer.post('/desk/library/nothing/removal')).status).toBe(404);
  });
});
