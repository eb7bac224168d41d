import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { publicPeople, publicSetAside, setAsideWords } from '../../src/unusual/why-rules.ts';
import { many, sendAll } from '../analysis/sent.ts';
import { addEntry, promised } from '../outcomes/entries.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('what is set aside, outside the team', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    await sendAll(world, of, many(30));
  });
  afterEach(() => world.close());

  async function setAside(count: number): Promise<void> {
    const administrator = await world.signIn('administrator');
    const rows = world.db.read.selectFrom('responses').select('id').where('set_aside_on', 'is', null).orderBy('id');
    for (const { id } of await rows.limit(count).execute()) {
      const page = `/desk/consultations/${of.id}/unusual/${id}`;
      await officer.post(`${page}/proposal`, { why: 'program', note: 'All alike.' });
      expect((await administrator.post(`${page}/confirmation`)).status).toBe(303);
    }
    expect(await recount(world.db.read, of.id)).toEqual([]);
  }

  const boardPage = async () => (await world.signIn('board member')).read(`/board/${of.slug}`);

  async function publish(): Promise<string> {
    await addEntry(officer, of.id, promised);
    const published = await officer.post(`/desk/consultations/${of.id}/outcomes/publication`, { reason: '' });
    expect(published.status).toBe(303);
    return world.visitor().read(`/you-said-we-did/${of.slug}`);
  }

  test('five and more are counted with the reason, on the board and beside the outcome', async () => {
    await setAside(6);
    world.setNow('2026-12-16');
    await renewSnapshots(world.deps);
    const words = '6 more answers are set aside, because a program had sent them.';
    const board = await boardPage();
    expect(board).toContain('24 people answered.');
    expect(board).toContain(words);
    const outcome = await publish();
    expect(outcome).toContain('24 people answered');
    expect(outcome).toContain('We set aside 6 more answers. Why: sent by a program.');
  });

  test('K08 fewer than five are not told of, not even by two pages side by side', async () => {
    world.setNow('2026-12-16');
    await renewSnapshots(world.deps);
    await setAside(3);
    const [board, outcome] = [await boardPage(), await publish()];
    for (const page of [board, outcome]) {
      expect(page).toContain('30 people answered');
      expect(page).not.toContain('set aside');
    }
  });
});

test('K08 numbers that stand beside those of the board never differ by a few', () => {
  const number = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(number, number, (counted, shown) => {
      const differs = Math.abs(publicPeople(counted, shown) - shown);
      expect(differs === 0 || differs >= 5).toBe(true);
      const figure = publicSetAside(Array<string>(counted).fill('test'), shown >= 5 ? { n: shown, whys: [] } : null);
      const apart = figure && shown >= 5 ? Math.abs(figure.n - shown) : 5;
      expect((figure === null || figure.n >= 5) && (apart === 0 || apart >= 5)).toBe(true);
    }),
  );
});

test('the sentence names each reason once', () => {
  expect(setAsideWords(null)).toBe('');
  const figure = publicSetAside(['again', 'test', 'again', 'again', 'test']);
  expect(setAsideWords(figure)).toContain('5 more answers are set aside, because the same person had sent them more than once, or they were tests.'); // prettier-ignore
});
