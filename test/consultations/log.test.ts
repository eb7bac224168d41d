import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isTold, tell, type Detail } from '../../src/consultations/log-rules.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';
import { formFields, openConsultation, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { createWorld, type World } from '../support/world.ts';

describe('an act in words', () => {
  const given = { today: '2026-11-23', names: new Map([['p1', 'Kit Lowe']]), onTeam: true };
  const say = (act: string, detail: Detail = {}) => tell(act, detail, given).words;

  test.each<[string, Detail, string]>([
    ['edit plan', { changed: 'closes_on', closes_on: '2027-03-12' }, 'changed the closing date to 12 March 2027'],
    ['edit plan', { changed: 'closes_on', closes_on: '' }, 'changed the closing date'],
    ['edit plan', { changed: 'title purpose' }, 'changed the title and what it is for'],
    ['edit plan', { changed: 'title purpose audience minutes' }, 'changed the plan'],
    ['edit plan', { changed: '' }, 'saved the plan as it was'],
    ['edit plan', {}, 'changed the plan'],
    ['move date', { which: 'closes_on', was: '2026-12-04', to: '2026-12-11' }, 'moved the closing date to 11 December'],
    ['add to team', { person: 'p1' }, 'put Kit Lowe on the team'],
    ['take off team', { person: 'gone' }, 'took somebody off the team'],
    ['edit survey', { did: 'added', question: 'What helps?' }, 'added the question ‘What helps?’'],
    ['edit survey', { did: 'added', question: '' }, 'added a question'],
    ['edit survey', { did: 'moved' }, 'put the questions in another order'],
    ['edit survey', {}, 'changed the questions'],
    [
      'write the survey as a definition',
      { brought: 'Questions from a template' },
      'brought in questions from a template',
    ],
    ['write the survey as a definition', {}, 'put a whole survey in the place of the questions'],
    ['publish consultation', { version: 2 }, 'published changed words'],
    ['acknowledge', { mailed: 12, listed: 3 }, 'replied to everybody: 12 by email, 3 by post or phone'],
    ['an act of tomorrow', {}, 'an act of tomorrow'],
  ])('%s %j', (act, detail, words) => expect(say(act, detail)).toBe(words));

  test('leads nobody to what they may not open', () => {
    expect(tell('add outcome', {}, given).path).toBe('/outcomes');
    expect(tell('add outcome', {}, { ...given, onTeam: false }).path).toBe('');
    expect(tell('edit plan', {}, { ...given, onTeam: false }).path).toBe('/plan');
  });
});

test('every act that the demo did has its words', async () => {
  const world = await createDemoWorld('sqlite');
  const acts = await world.db.read
    .selectFrom('audit')
    .select('act')
    .distinct()
    .where('subject_kind', '=', 'consultation')
    .execute();
  await world.close();
  expect(acts.length).toBeGreaterThan(5);
  expect(acts.map(each => each.act).filter(act => !isTold(act))).toEqual([]);
});

onBothDatabases('the latest on the overview', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const latest = async (id: string) => {
    const page = (await officer.read(`/desk/consultations/${id}`)).split('<h2>Latest</h2>')[1] ?? '';
    const text = page.replaceAll(/\s*<[^>]+>\s*/g, ' ').replaceAll(/\s+/g, ' ');
    return text.replaceAll(/Sam officer \d+/g, 'Sam officer');
  };

  test('says who did what, with a link, and the same once', async () => {
    const { id } = await planConsultation(world, officer, { confidentiality_words: '' });
    world.setNow('2026-11-24');
    const path = `/desk/consultations/${id}/plan`;
    const month = { 'closes_on-day': '12', 'closes_on-month': '3', 'closes_on-year': '2027' };
    const later = { 'outcome_on-day': '12', 'outcome_on-month': '5', 'outcome_on-year': '2027' };
    await officer.post(path, formFields(await officer.read(path), { ...month, ...later }));
    const said =
      'Sam officer changed the closing date to 12 March 2027 and the date for what was decided to 12 May 2027';
    expect(await latest(id)).toContain(`${said} 24 November`);
    expect(await officer.read(`/desk/consultations/${id}`)).toContain(`<a href="${path}">changed the closing date`);
    const edit = (ask: string) =>
      changeSurvey(
        world.db.write,
        { id: officer.personId },
        id,
        survey => ({
          ...survey,
          questions: survey.questions.map(each => (each.id === 'q5' ? { ...each, ask } : each)),
        }),
        world.deps.now(),
      );
    world.setNow('2026-11-25');
    for (const ask of ['What next?', 'What first?', 'What next?']) await edit(ask);
    expect(await latest(id)).toContain('Sam officer changed the question ‘What next?’ 25 November');
  });

  test('tells of publishing and of a date that was moved', async () => {
    const { id } = await openConsultation(world, officer);
    world.setNow('2026-11-26');
    const to = { which: 'closes_on', 'to-day': '18', 'to-month': '12', 'to-year': '2026', reason: 'Schools asked.' };
    expect((await officer.post(`/desk/consultations/${id}/dates`, to)).status).toBe(303);
    const lines = await latest(id);
    expect(lines).toContain('Sam officer moved the closing date to 18 December 26 November');
    expect(lines).toContain('Sam officer published it');
  });
});
