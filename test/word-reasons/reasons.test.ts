import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/audit/queries.ts';
import { listWordReasons } from '../../src/word-reasons/queries.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('words that stop publishing', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const withWords = (...asks: string[]) => ({
    format: 1 as const,
    questions: [
      ...usualSurvey.questions,
      ...asks.map((ask, at) => ({ id: `q${at + 20}`, kind: 'short-text' as const, ask })),
    ],
  });
  const boxes = (html: string): string[] =>
    [...html.matchAll(/<textarea[^>]* name="(why-[^"]+)"/g)].map(([, name]) => name ?? '');
  const publication = (id: string) => `/desk/consultations/${id}/publication`;

  test('W01 a short form that nobody explains stops publishing until a reason is given, which is kept and shown', async () => {
    const { id, slug } = await planConsultation(world, officer, {
      background: 'What the TAC said.',
      survey: withWords('Did the TAC meet?', 'Was the TAC kind?'),
    });
    const [box = '', ...others] = boxes(await officer.read(`/desk/consultations/${id}`));
    expect(box).not.toBe('');
    expect(others, 'the same words are one').toEqual([]);
    const refused = await officer.post(publication(id), { [box]: ' ' });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain(`<a href="#${box}">“TAC” is not explained. Change it, or say why it stays.</a>`);
    expect(html).toContain('The plan and 2 more: “TAC” is not explained.');
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(404);
    expect((await officer.post(publication(id), { [box]: 'It is the name of the team here.' })).status).toBe(303);
    expect((await world.visitor().get(`/consultations/${slug}`)).status).toBe(200);
    expect(await listWordReasons(world.db.read, id)).toMatchObject([
      { what: '“TAC” is not explained.', reason: 'It is the name of the team here.', given_by: officer.personId },
    ]);
    const acts = await auditOf(world.db.read, 'consultation', id);
    expect(acts.find(each => each.act === 'say why words stay')?.person_id).toBe(officer.personId);
    const overview = await officer.read(`/desk/consultations/${id}`);
    expect(overview).toContain('It is the name of the team here.');
    expect(boxes(overview)).toEqual([]);
  });

  test('W01 what was typed is kept when a reason is missing or too long, and nothing else is', async () => {
    const { id } = await planConsultation(world, officer, { survey: withWords('Did the TAC meet?', 'Did the MDT?') });
    const [one = '', other = ''] = boxes(await officer.read(`/desk/consultations/${id}`));
    const refused = await officer.post(publication(id), { [one]: 'Known here.', [other]: 'x'.repeat(501) });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('Known here.</textarea>');
    expect(html).toContain('Use 500 characters or fewer to say why.');
    expect(await listWordReasons(world.db.read, id)).toEqual([]);
  });

  test('W01 a scale that leans to one side stops publishing', async () => {
    const points = ['Excellent', 'Very good', 'Good', 'Fair', 'Poor'];
    const { id } = await planConsultation(world, officer, {
      survey: { format: 1, questions: [{ id: 'q1', kind: 'agreement', ask: 'The club is fun.', points }] },
    });
    const refused = await officer.post(publication(id));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('The scale has 3 points for and 1 against.');
  });

  test('W01 a new version asks for a reason for new words alone', async () => {
    const { id } = await openConsultation(world, officer, { survey: usualSurvey });
    const survey = `/desk/consultations/${id}/survey`;
    const write = async (ask: string) => {
      await officer.post(`${survey}/new-version`);
      await officer.post(`${survey}/questions/q5`, { ask, meaning: 'same' });
      const page = await officer.read(survey);
      return { page, version: /name="_version" value="([^"]+)"/.exec(page)?.[1] ?? '', boxes: boxes(page) };
    };
    const first = await write('What should the TAC change first?');
    expect(first.boxes).toHaveLength(1);
    const path = `${survey}/new-version/publication`;
    const refused = await officer.post(path, { _version: first.version });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(`<a href="#${first.boxes[0] ?? ''}">`);
    const reason = { [first.boxes[0] ?? '']: 'Everybody knows it.' };
    expect((await officer.post(path, { _version: first.version, ...reason })).status).toBe(303);
    const second = await write('What should the TAC change first of all?');
    expect(second.boxes).toEqual([]);
    expect(second.page).not.toContain('Stops publishing');
    expect((await officer.post(path, { _version: second.version })).status).toBe(303);
    expect((await write('What should the MDT change first of all?')).boxes).toHaveLength(1);
  });
});
