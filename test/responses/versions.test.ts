import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPicture } from '../../src/analysis/queries.ts';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { openConsultation, usualSurvey, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { createWorld, type World } from '../support/world.ts';
import { prepare, send, sendAll, usual, type Family } from '../analysis/sent.ts';
import { expectTallies, referenceIn, responsesOf } from './family.ts';

onBothDatabases('answers to several versions of a survey', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  /** Publishes the next version, made by these posts of the builder. */
  async function publishNext(...edits: [string, Record<string, string>?][]): Promise<void> {
    const path = `/desk/consultations/${of.id}/survey`;
    await officer.post(`${path}/new-version`);
    for (const [part, fields] of edits) expect((await officer.post(`${path}/${part}`, fields)).status, part).toBe(303);
    const _version = hidden(await officer.read(path), '_version');
    expect((await officer.post(`${path}/new-version/publication`, { _version })).status).toBe(303);
  }

  const betterWords: [string, Record<string, string>] = [
    'questions/q2',
    {
      ask: 'Is it easy to find out?',
      options: 'Easy\nQuite hard\nVery hard',
      notSure: 'yes',
      meaning: 'same',
      answersMeaning: 'same',
    },
  ];

  /** Opens what was sent for a change, and gives the draft that the page shows. */
  async function beginChange({ visitor, base }: Family): Promise<string> {
    const reference = referenceIn(await visitor.read(`${base}/sent`));
    expect((await visitor.post(`${base}/change`, { reference })).status).toBe(303);
    return hidden(await visitor.read(`${base}/check`), 'draft');
  }

  const versionsOf = async () => {
    const rows = await world.db.read
      .selectFrom('survey_versions')
      .select(['id', 'number'])
      .where('consultation_id', '=', of.id)
      .execute();
    const numbers = new Map(rows.map(row => [row.id, row.number]));
    return (await responsesOf(world, of.id)).map(row => numbers.get(row.version_id)).sort();
  };

  test('are counted together where ids agree, and stay with the version in which they were sent', async () => {
    of = await openConsultation(world, officer);
    await sendAll(world, of, [usual({ q2: 'a' }), usual({ q2: 'b', q3: '1' })]);
    await publishNext(betterWords, ['questions/q3/removal'], ['new/long-text', { ask: 'Why?' }]);
    await sendAll(world, of, [usual({ q2: 'b', q6: 'It rains.' }), usual({ q2: 'b', q6: null })]);
    const counts = await expectTallies(world, of.id);
    expect(['q2 a', 'q2 b', 'q3 *', 'q6 *', 'q6 -', ' *'].map(key => counts.get(key) ?? 0)).toEqual([1, 3, 2, 1, 1, 4]);
    expect(await versionsOf()).toEqual([1, 1, 2, 2]);
    expect((await responsesOf(world, of.id)).filter(row => row.answers.includes('"q3"'))).toHaveLength(2);
  });

  test('that are changed after a new version came move to it, and nothing is counted twice', async () => {
    of = await openConsultation(world, officer);
    const [stays, moves] = await sendAll(world, of, [usual({ q2: 'a' }), usual({ q2: 'a', q3: '1' })]);
    if (!stays || !moves) throw new Error('Two families sent.');
    await publishNext(betterWords, ['questions/q3/removal']);
    expect(await stays.visitor.read(`${stays.base}/sent`)).toContain('Short breaks fit what my child likes.');
    const draftId = await beginChange(moves);
    expect(await moves.visitor.read(`${moves.base}/check`)).not.toContain('Short breaks fit what my child likes.');
    expect((await expectTallies(world, of.id)).get('q3 *')).toBe(2);
    expect((await moves.visitor.post(`${moves.base}/q2`, { answer: 'b', draft: draftId })).status).toBe(303);
    await send({ ...moves, draftId });
    const counts = await expectTallies(world, of.id);
    expect(['q2 a', 'q2 b', 'q3 *', ' *'].map(key => counts.get(key) ?? 0)).toEqual([1, 1, 1, 2]);
    expect(await versionsOf()).toEqual([1, 2]);
  });

  test('that were begun in an earlier version are sent in the newest, with what still fits', async () => {
    of = await openConsultation(world, officer);
    const begun = await prepare(world, of, usual({ q2: 'b', q3: '5' }));
    const changing = await send(await prepare(world, of, usual({ q2: 'a' })));
    const change = await beginChange(changing);
    await publishNext(
      betterWords,
      ['questions/q3/removal'],
      ['questions/q4', { ask: 'What would help?', options: 'Nearer\nLonger\nMore' }],
    );
    await send(begun);
    await send({ ...changing, draftId: change });
    const counts = await expectTallies(world, of.id);
    expect(['q2 a', 'q2 b', 'q3 *', 'q4 a', ' *'].map(key => counts.get(key) ?? 0)).toEqual([1, 1, 0, 0, 2]);
    expect(await versionsOf()).toEqual([2, 2]);
  });

  test('whoever withdraws what was sent in an earlier version takes out what was put in', async () => {
    of = await openConsultation(world, officer);
    const family = await send(await prepare(world, of, usual({ q2: 'a', q3: '2' })));
    await publishNext(['questions/q3/removal']);
    const reference = referenceIn(await family.visitor.read(`${family.base}/sent`));
    await family.visitor.post(`${family.base}/withdrawal`, { reference });
    expect([...(await expectTallies(world, of.id)).values()].filter(count => count !== 0)).toEqual([]);
  });

  test.each([
    [2, false],
    [0, true],
  ])('an answer that was taken out after %i people gave it is not told by subtraction', async (gave, shown) => {
    of = await openConsultation(world, officer);
    const many = (n: number, q2: string) => Array.from({ length: n }, () => usual({ q2 }));
    await sendAll(world, of, [...many(12, 'a'), ...many(gave, 'c')]);
    await publishNext(['questions/q2', { ask: usualSurvey.questions[1]?.ask ?? '', options: 'Easy\nHard' }]);
    await sendAll(world, of, many(10, 'b'));
    world.setNow(Temporal.PlainDate.from(of.closesOn).add({ days: 1 }).toString());
    await renewSnapshots(world.deps);
    const figures = (await findPicture(world.db.read, of.id))?.figures.perQuestion ?? [];
    const of2 = figures.find(each => each.id === 'q2');
    expect([of2?.shown, of2?.base, of2?.rows.length]).toEqual(shown ? [true, 22, 2] : [false, null, 0]);
    world.setNow('2026-11-22');
  });
});
