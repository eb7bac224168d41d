import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { readDefinition } from '../../src/surveys/definition.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the questions ‘about you’ on the desk', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const about = async (id: string) => readDefinition((await latestVersion(world.db.read, id))?.definition ?? '').about;

  async function plan() {
    const { id } = await planConsultation(world, officer);
    const survey = `/desk/consultations/${id}/survey`;
    const add = async (kind: string, fields: Record<string, string> = {}) => {
      const added = await officer.post(`${survey}/new/${kind}`, { list: 'about', ...fields });
      expect(added.status, kind).toBe(303);
      return added.headers.get('location') ?? '';
    };
    return { id, survey, path: `${survey}/about`, add };
  }

  test('why, its questions and the breakdown are written without JSON', async () => {
    const { id, survey, path, add } = await plan();
    expect(await officer.read(path)).toContain('Nothing is asked ‘about you’.');
    const form = await officer.read(`${survey}/new/choose-one?list=about`);
    expect(form, 'nobody has to answer').not.toContain('name="required"');
    expect(form).not.toContain('Skip questions by its answer');
    const fields = { ask: 'How old is the child?', options: 'Under 11\n11 or older' };
    expect(await add('choose-one', fields)).toBe(`${path}?at=q6&did=new#q6`);
    const edited = await officer.post(`${survey}/questions/q6`, { ...fields, then: 'next' });
    expect(edited.headers.get('location')).toBe(`${survey}/new/choose-one?list=about&after=q6`);
    await add('area');
    expect(await officer.read(path)).toContain('Write the question.');
    await officer.post(path, { why: 'To see whom we missed.', breakdown: 'q6' });
    expect(await about(id)).toMatchObject({ why: 'To see whom we missed.', breakdown: 'q6' });
    expect((await about(id))?.questions[0]).toMatchObject({ id: 'q6', preferNot: true });
    const refused = await officer.post(`/desk/consultations/${id}/publication`);
    expect(await refused.text()).toContain('‘About you’, question 2: write the question.');
    await officer.post(`${survey}/questions/q7/up`);
    expect((await about(id))?.questions.map(each => each.id)).toEqual(['q7', 'q6']);
    await officer.post(`${survey}/questions/q6/copy`);
    await officer.post(`${survey}/questions/q6/removal`);
    expect((await about(id))?.questions.map(each => each.id)).toEqual(['q7', 'q8']);
    expect(await about(id), 'what answers were broken down by is gone').not.toHaveProperty('breakdown');
    for (const q of ['q7', 'q8']) await officer.post(`${survey}/questions/${q}/removal`);
    await officer.post(path, { why: '' });
    expect(await about(id), 'neither a reason nor a question').toBeUndefined();
  });

  test('what is missing is refused, and what was typed is kept', async () => {
    const { id, survey, path, add } = await plan();
    expect((await officer.get(`${survey}/new/long-text?list=about`)).status).toBe(404);
    await add('choose-many');
    expect(await (await officer.post(path, { why: ' ' })).text()).toContain('href="#why"');
    const long = await officer.post(path, { why: 'w'.repeat(1001) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('w'.repeat(1001));
    await officer.post(path, { why: 'To see.', breakdown: 'q1' });
    expect(await about(id), 'only one of its own').not.toHaveProperty('breakdown');
  });

  test('one that was answered is counted anew where it means something else, and stays the breakdown', async () => {
    const options = [
      { id: 'a', words: 'Under 11' },
      { id: 'b', words: '11 or older' },
    ];
    const asked = [{ id: 'q7', kind: 'choose-one' as const, ask: 'How old?', options, preferNot: true as const }];
    const survey = { ...usualSurvey, about: { why: 'To see.', breakdown: 'q7', questions: asked } };
    const { id } = await openConsultation(world, officer, { survey });
    const path = `/desk/consultations/${id}/survey`;
    expect((await officer.get(`${path}/about`)).status).toBe(404);
    await officer.post(`${path}/new-version`);
    const fields = { ask: 'How old are you?', options: 'Under 11\n11 or older', meaning: 'other' };
    const version = hidden(await officer.read(`${path}/questions/q7`), '_version');
    expect((await officer.post(`${path}/questions/q7`, { ...fields, _version: version })).status).toBe(303);
    expect(await about(id)).toMatchObject({ breakdown: 'q8', questions: [{ id: 'q8', ask: 'How old are you?' }] });
  });
});
