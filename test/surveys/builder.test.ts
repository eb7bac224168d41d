import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { kinds, readDefinition, type Question } from '../../src/surveys/definition.ts';
import { questionFields } from '../../src/surveys/question-fields.ts';
import { readQuestion } from '../../src/surveys/question-form-rules.ts';
import { questionValues } from '../../src/surveys/question-value-rules.ts';
import { openConsultation, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the builder', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  async function questions(id: string): Promise<Question[]> {
    const version = await latestVersion(world.db.read, id);
    return readDefinition(version?.definition ?? '').questions;
  }

  async function fresh(): Promise<{ id: string; path: string }> {
    const { id } = await planConsultation(world, officer, { survey: { format: 1, questions: [] } });
    return { id, path: `/desk/consultations/${id}/survey` };
  }

  test('every kind of question is added, edited and read back', async () => {
    const { id, path } = await fresh();
    for (const kind of Object.keys(kinds)) {
      expect((await officer.get(`${path}/new/${kind}`)).status, kind).toBe(200);
      const fields = { ask: `A ${kind}?`, options: 'Yes\nNo', body: 'Read this.', bins: 'month' };
      const added = await officer.post(`${path}/new/${kind}`, fields);
      expect(added.status, kind).toBe(303);
      const [, question = ''] = (added.headers.get('location') ?? '').split('#');
      expect((await officer.get(`${path}/questions/${question}`)).status, kind).toBe(200);
    }
    const made = await questions(id);
    expect(made.map(each => each.kind)).toEqual(Object.keys(kinds));
    expect(made.map(each => each.ask)).toEqual(Object.keys(kinds).map(kind => `A ${kind}?`));
    const page = await officer.read(path);
    expect([...page.matchAll(/To do/g)].length, 'pictures are chosen among those that were added').toBe(1);
    expect(page, 'asked once').not.toContain('new/who-is-answering');
    expect((await officer.get(`${path}/new/who-is-answering`)).status).toBe(404);
    const late = await officer.post(`${path}/new/who-is-answering`, { ask: 'Typed while a colleague added it' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Typed while a colleague added it');
    expect((await officer.get(`${path}/new/grid`)).status).toBe(404);
    expect((await officer.post(`${path}/new/grid`)).status).toBe(404);
  });

  test('one question follows another: the next form is open at once, and comes into the survey when it is saved', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey`;
    const asks = async () => (await questions(id)).map(each => each.ask);
    const before = await asks();
    const next = async (from: string, fields: Record<string, string>) =>
      (await officer.post(from, { ...fields, then: 'next' })).headers.get('location') ?? '';
    const first = await next(`${path}/questions/q2`, { ask: 'How easy?', options: 'Easy\nVery hard' });
    expect(first).toBe(`${path}/new/choose-one?after=q2`);
    const page = await officer.read(first);
    expect(page).toContain('Question 2 is saved.');
    expect(page).toContain('A new question: choose one');
    expect(page, 'another kind is one click away').toMatch(/<details open>[^]*?formaction="[^"]*\/new\/long-text"/);
    expect(await asks(), 'nothing is kept yet').toHaveLength(before.length);
    const second = await next(`${path}/new/choose-one`, { after: 'q2', ask: 'Where?', options: 'Here\nThere' });
    expect(second).toBe(`${path}/new/choose-one?after=q6`);
    const saved = await officer.post(`${path}/new/long-text`, { after: 'q6', ask: 'Why?' });
    expect(saved.headers.get('location')).toBe(`${path}?at=q7&did=new#q7`);
    expect((await asks()).slice(1, 5)).toEqual(['How easy?', 'Where?', 'Why?', before[2]]);
    const last = await next(`${path}/new/long-text`, { after: 'q99', ask: 'After one that is gone?' });
    expect((await asks()).at(-1)).toBe('After one that is gone?');
    await officer.post(`${path}/questions/q8/removal`);
    expect(await officer.read(last)).not.toContain('is saved.');
  });

  test('a ready scale is chosen in one tick, and own points are never lost to it in silence', async () => {
    const { id, path } = await fresh();
    const fields = { ask: 'How often is it so?', options: 'The bus comes\nThe driver helps' };
    await officer.post(`${path}/new/items`, { ...fields, scale: 'agree' });
    expect(await officer.read(path)).toContain('is not answered by how much somebody agrees.');
    const points = async () => ((await questions(id))[0] as { points?: string[] }).points;
    const save = (typed: Record<string, string>) => officer.post(`${path}/questions/q1`, { ...fields, ...typed });
    await save({ scale: 'often' });
    expect(await points()).toEqual(['Always', 'Often', 'Sometimes', 'Rarely', 'Never']);
    expect(await officer.read(path)).not.toContain('is not answered by');
    await save({ scale: 'easy', points: 'Always\nOften\nSometimes\nRarely\nNever' });
    expect((await points())?.[0]).toBe('Very easy');
    const both = await save({ scale: 'good', points: 'A\nB\nC\nD\nE' });
    expect(both.status).toBe(422);
    expect(await both.text()).toContain('Choose ‘Your own words’ to use these points');
    await save({ scale: 'own', points: 'A\nB\nC\nD\nE' });
    expect(await points()).toEqual(['A', 'B', 'C', 'D', 'E']);
    await save({ scale: 'agree', points: 'A\nB\nC\nD\nE' });
    expect(await points()).toBeUndefined();
  });

  test('a new question turns to another kind with what was typed, and back', async () => {
    const { id, path } = await fresh();
    const typed = { ask: 'What helps?', hint: 'Such as time.', options: 'A\nB', required: 'yes', min: '3' };
    const page = async (kind: string, fields: Record<string, string>) => {
      const response = await officer.post(`${path}/new/${kind}`, { ...fields, turned: 'choose-one' });
      expect(response.status).toBe(200);
      return response.text();
    };
    const many = await page('choose-many', typed);
    expect(many).toContain('A new question: choose as many as fit');
    expect(many).toContain(`action="${path}/new/choose-many"`);
    for (const words of ['What helps?', 'Such as time.', 'A\nB']) expect(many).toContain(words);
    expect(many).toMatch(/name="required" value="yes"[^>]* checked/);
    expect(await page('date', typed), 'a number is no day').not.toContain('value="3"');
    const long = await page('long-text', typed);
    expect(long, 'kept for turning back').toContain('<input type="hidden" name="options" value="A\nB">');
    expect(await questions(id), 'nothing is saved').toEqual([]);
    expect((await officer.post(`${path}/new/grid`, typed)).status).toBe(404);
  });

  test('the list shows what can be answered, and says by its own name that a survey is long', async () => {
    const points = ['Good', 'Quite good', 'OK', 'Quite bad', 'Bad'];
    const things = Array.from({ length: 10 }, (_each, at) => ({
      id: String.fromCodePoint(97 + at),
      words: `Thing ${at}`,
    }));
    const survey = {
      format: 1 as const,
      questions: [
        { id: 'q1', kind: 'choose-one' as const, ask: 'A?', options: things.slice(0, 2), notSure: true as const },
        { id: 'q2', kind: 'agreement' as const, ask: 'B.' },
        { id: 'q3', kind: 'items' as const, ask: 'How is this?', options: things, points },
        { id: 'q4', kind: 'number' as const, ask: 'How many?', bins: [] },
      ],
    };
    const { id } = await planConsultation(world, officer, { survey });
    const page = await officer.read(`/desk/consultations/${id}/survey`);
    expect(page).toContain('Choose one: Thing 0 · Thing 1 · I am not sure');
    expect(page).toContain('How much people agree: Strongly agree … Strongly disagree');
    expect(page).toContain('Thing 6 · Thing 7 · and 2 more (Good … Bad)');
    expect(page).toMatch(/>Length<\/span>\s+It asks up to 13 questions\./);
    expect(await officer.read(`/desk/consultations/${id}/deletion`)).toContain('13 questions, with their editions');
  });

  test('a survey that asks nothing yet says how to begin', async () => {
    const { path } = await fresh();
    const page = await officer.read(path);
    expect(page).toContain('How do you want to begin?');
    for (const way of [`${path}/library`, `${path}/file`, `${path}/template`, `${path}/new/choose-one`])
      expect(page).toContain(`href="${way}"`);
    await officer.post(`${path}/new/long-text`, { ask: 'What would help?' });
    expect(await officer.read(path)).not.toContain('How do you want to begin?');
  });

  test('W01 long sentences and short forms that nobody explains are named beside the question, in each edition', async () => {
    const survey = (ask: string, easy: string) => ({
      format: 1 as const,
      questions: [{ id: 'q1', kind: 'short-text' as const, ask, editions: { easy: { ask: easy } } }],
    });
    const pageOf = async (ask: string, easy: string) => {
      const { id } = await planConsultation(world, officer, { survey: survey(ask, easy) });
      return officer.read(`/desk/consultations/${id}/survey`);
    };
    const long = Array.from({ length: 26 }, (_each, at) => `word${at}`).join(' ');
    const hard = await pageOf(
      `Does the SENCO help? ${long}?`,
      'Does the teacher who arranges all support at your own school help you when you ask for it?',
    );
    expect(hard).toContain('“SENCO” is not explained.');
    expect(hard).toContain('has 26 words.');
    expect(hard).toMatch(/In ‘Easy Read[^’]*’: “Does the teacher who arranges …” has 18 words/);
    const plain = await pageOf(
      'Does the special educational needs coordinator (SENCO) help?',
      'Does the teacher help you?',
    );
    expect(plain).not.toContain('Plain words');
  });

  test('a question is edited in its place in the list, by scripts, and on a page of its own without them', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey`;
    const list = await officer.read(path);
    expect(list, 'what the engine asks by itself').toContain('May we quote your words without your name?');
    expect(list).toContain(`href="${path}/questions/q5" hx-get="${path}?edit=q5"`);
    const open = await officer.read(`${path}?edit=q5`);
    expect(open).toContain(`action="${path}/questions/q5?in=list"`);
    expect(open.match(/name="ask"/g), 'one at a time').toHaveLength(1);
    const refused = await officer.post(`${path}/questions/q5?in=list`, { ask: 'Kept as typed?', limit: 'many' });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain('Kept as typed?');
    expect(page).toContain('href="#limit"');
    expect(page, 'still in the list').toContain('What would help?');
    const checked = await officer.post(`${path}/questions/q5?in=list`, { ask: 'Is it OK?', check: 'page' });
    const findings = await checked.text();
    expect(findings).toContain('What would help?');
    expect(findings).toContain('Nothing found.');
    const asks = { ask: 'The bus was late and the driver was rude, do you agree?', check: 'page' };
    const found = await (await officer.post(`${path}/questions/q5`, asks)).text();
    expect(found).toContain('2 things were found.');
    expect(found.match(/>How it asks</g)).toHaveLength(2);
    const saved = await officer.post(`${path}/questions/q5?in=list`, { ask: 'What comes first?' });
    expect(saved.headers.get('location')).toBe(`${path}?at=q5&did=saved#q5`);
    expect((await questions(id)).at(-1)?.ask).toBe('What comes first?');
    expect(await officer.read(`${path}?edit=q99`), 'one that is gone').not.toContain('name="ask"');
  });

  test('questions move up and down, are duplicated and removed by buttons', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/questions`;
    const order = async () => (await questions(id)).map(each => each.id).join(' ');
    await officer.post(`${path}/q2/up`);
    expect(await order()).toBe('q2 q1 q3 q4 q5');
    await officer.post(`${path}/q2/up`);
    expect(await order()).toBe('q2 q1 q3 q4 q5');
    await officer.post(`${path}/q4/down`);
    expect(await order()).toBe('q2 q1 q3 q5 q4');
    const copied = await officer.post(`${path}/q3/copy`);
    expect(copied.headers.get('location'), 'the copy is the one to go on with').toMatch(/\?at=q6&did=copied#q6$/);
    const marked = await officer.read(copied.headers.get('location') ?? '');
    const [, card = ''] = marked.split('<li id="q6"');
    expect(card).toMatch(/^[^]*?>Copy<[^]*?name="at" value="q3"[^]*?<\/li>/);
    const moved = await officer.post(`${path}/q4/up`);
    expect(moved.headers.get('location')).toMatch(/\?at=q4&did=moved#q4$/);
    const [, at = ''] = (await officer.read(moved.headers.get('location') ?? '')).split('<li id="q4"');
    expect(at).toMatch(/^[^]*?>Moved</);
    const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(at)?.[1] ?? '';
    const undo = { _version: field('_version'), n: field('n'), at: field('at') };
    const undone = await officer.post(path.replace('/questions', '/undo'), undo);
    expect(undone.headers.get('location'), 'where it was').toMatch(/survey\?at=q4#q4$/);
    expect(await order()).toBe('q2 q1 q3 q6 q5 q4');
    await officer.post(`${path}/q1/copy`);
    await officer.post(`${path}/q2/removal`);
    expect(await order()).toBe('q1 q3 q6 q5 q4');
    expect((await officer.post(`${path}/q9/up`)).status).toBe(404);
    expect((await officer.post(`${path}/q1/sideways`)).status).toBe(404);
  });

  test('options stand one a line; those whose words stay keep their ids', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/questions/q2`;
    await officer.post(path, { ask: 'How easy?', options: 'Very hard\n\n Easy \nNew words', notSure: 'yes' });
    const [, question] = await questions(id);
    expect(question).toEqual({
      id: 'q2',
      kind: 'choose-one',
      ask: 'How easy?',
      options: [
        { id: 'c', words: 'Very hard' },
        { id: 'a', words: 'Easy' },
        { id: 'd', words: 'New words' },
      ],
      notSure: true,
    });
  });

  test('values that make no sense are 422 beside their field, and what was typed is kept', async () => {
    const { path } = await fresh();
    const cases: [string, Record<string, string>, string][] = [
      ['number', { min: 'few' }, 'min'],
      ['number', { min: '1e2' }, 'min'],
      ['number', { min: '9', max: '3' }, 'max'],
      ['number', { groups: '5\nten' }, 'groups'],
      ['number', { groups: '10\n5' }, 'max'],
      ['choose-many', { options: 'A\nB', atMost: '1' }, 'atMost'],
      ['agreement', { points: 'Good\nBad' }, 'points'],
      ['long-text', { limit: '99999' }, 'limit'],
      ['short-text', { hint: 'h'.repeat(501) }, 'hint'],
      ['date', { bins: 'week' }, 'bins'],
      ['date', { 'min-day': '31', 'min-month': '2', 'min-year': '2027', bins: 'month' }, 'min'],
      ['who-is-answering', { who: 'parent' }, 'who'],
    ];
    for (const [kind, fields, field] of cases) {
      const response = await officer.post(`${path}/new/${kind}`, { ask: 'My question, typed with care', ...fields });
      const page = await response.text();
      expect(response.status, kind).toBe(422);
      expect(page, kind).toContain(`href="#${field}"`);
      expect(page, kind).toContain(`id="${field}"`);
      expect(page).toContain('My question, typed with care');
    }
  });

  test('a half-written question is saved, and the list says what is left to do', async () => {
    const { id, path } = await fresh();
    expect((await officer.post(`${path}/new/choose-one`, { ask: '', options: 'Only one' })).status).toBe(303);
    const page = await officer.read(path);
    expect(page).toContain('Write the question.');
    expect(page).toContain('Offer at least two answers to choose from.');
    expect((await officer.post(`/desk/consultations/${id}/publication`)).status).toBe(422);
  });

  test('once published, its questions stay as they are', async () => {
    const { id } = await openConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey`;
    const before = JSON.stringify(await questions(id));
    expect(await officer.read(path)).toContain('The survey is published: families answer these questions.');
    expect((await officer.get(`${path}/questions/q2`)).status).toBe(404);
    expect(await officer.read(`${path}?edit=q2`)).not.toContain('name="ask"');
    for (const part of ['questions/q2', 'questions/q2/up', 'questions/q2/removal', 'new/date']) {
      const fields = { ask: 'Other?', options: 'A\nB', bins: 'month' };
      expect((await officer.post(`${path}/${part}`, fields)).status, part).toBe(409);
    }
    expect(JSON.stringify(await questions(id))).toBe(before);
  });
});

test('every question is the same after a visit to its edit page', () => {
  const samples: Question[] = [
    {
      id: 'q1',
      kind: 'choose-one',
      ask: 'A',
      hint: 'H',
      required: true,
      options: [{ id: 'b', words: 'B' }],
      notSure: true,
    },
    {
      id: 'q2',
      kind: 'choose-many',
      ask: 'A',
      options: [
        { id: 'x', words: 'X' },
        { id: 'a', words: 'A' },
      ],
      atMost: 2,
    },
    { id: 'q3', kind: 'agreement', ask: 'A', points: ['1', '2', '3', '4', '5'] },
    { id: 'q4', kind: 'agreement', ask: 'A' },
    { id: 'q12', kind: 'agreement', ask: 'A', points: ['Always', 'Often', 'Sometimes', 'Rarely', 'Never'] },
    { id: 'q5', kind: 'short-text', ask: 'A', limit: 20 },
    { id: 'q6', kind: 'long-text', ask: 'A' },
    { id: 'q7', kind: 'number', ask: 'A', min: -3, max: 12, unit: 'hours', bins: [0, 5] },
    { id: 'q8', kind: 'date', ask: 'A', min: '2026-01-01', max: '2026-12-31', bins: 'month' },
    { id: 'q11', kind: 'date', ask: 'A', precision: 'month', bins: 'year' },
    { id: 'q9', kind: 'information', ask: 'A', body: 'One.\n\nTwo.' },
    { id: 'q10', kind: 'who-is-answering', ask: 'A', options: ['parent', 'young'] },
  ];
  for (const question of samples) {
    const values = questionValues(question);
    const names = questionFields(question, key => key, []).map(field => field.name);
    expect(Object.keys(values).sort(), question.kind).toEqual(names.sort());
    const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()]));
    expect(readQuestion(question, typed)).toEqual({ ok: true, question });
  }
});
