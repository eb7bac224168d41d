import { afterEach, beforeEach, expect, test } from 'vitest';
import { recountAll, recountInWorker } from '../../src/analysis/recount-job.ts';
import { recount } from '../../src/analysis/recount.ts';
import type { Answers } from '../../src/surveys/kinds/kind.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { change, sendAll, usual, withdraw } from './sent.ts';
import { plantIn, talliesOf } from '../support/tallies.ts';

onBothDatabases('counting again', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
  });
  afterEach(() => world.close());

  const deps = () => ({ ...world.deps, config: { ...world.deps.config, database: world.address } });
  const plant = (count: number) =>
    plantIn(world, { consultation_id: of.id, question: 'q2', option: 'b', dimension: 'all', value: '', count });

  test('after sending, changing and withdrawing at random, every tally is what the responses say', async () => {
    const chance = createChance(20261122);
    const families = await sendAll(
      world,
      of,
      Array.from({ length: 40 }, () => anyAnswers(chance)),
    );
    for (const family of families) {
      const turn = chance();
      if (turn < 0.3) await change(world, family, anyAnswers(chance));
      else if (turn < 0.5) await withdraw(family);
    }
    expect(await recount(world.db.read, of.id)).toEqual([]);
    expect(await recountInWorker(world.address)).toEqual([]);
    expect((await talliesOf(world)).length).toBeGreaterThan(50);
  });

  test('a planted difference is found in a thread of its own, and put right by the clock', async () => {
    await sendAll(
      world,
      of,
      Array.from({ length: 5 }, () => usual()),
    );
    await plant(3);
    const cell = { question: 'q2', option: 'b', dimension: 'all', value: '' };
    const lost = { question: 'q4', option: 'a', dimension: 'day', value: '2026-11-22' };
    await plantIn(world, { consultation_id: of.id, ...lost, count: -5 });
    const differences = [
      { ...cell, kept: 8, counted: 5 },
      { ...lost, kept: 0, counted: 5 },
    ];
    expect(await recountInWorker(world.address)).toEqual([{ consultationId: of.id, differences }]);
    expect(await recountAll(deps())).toBe(1);
    expect(await recount(world.db.read, of.id)).toEqual([]);
    expect(await recountAll(deps())).toBe(0);
    const audit = await world.db.read.selectFrom('audit').selectAll().where('act', '=', 'repair tallies').execute();
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({ person_id: null, subject_id: of.id, detail: '{"cells":2}' });
  });

  test('a cell that changed since it was counted is left for the next time', async () => {
    await sendAll(
      world,
      of,
      Array.from({ length: 5 }, () => usual()),
    );
    await plant(2);
    const { repairTallies } = await import('../../src/analysis/recount.ts');
    const differences = await recount(world.db.read, of.id);
    await plant(-2);
    await repairTallies(world.db.write, of.id, differences, world.deps.now());
    expect(await recount(world.db.read, of.id)).toEqual([]);
  });

  test('what is wrong is said loudly', async () => {
    await sendAll(world, of, [usual()]);
    await plant(1);
    const errors: unknown[] = [];
    const log = Object.assign(Object.create(world.deps.log) as typeof world.deps.log, {
      error: (facts: unknown) => void errors.push(facts),
    });
    await recountAll({ ...deps(), log });
    expect(errors).toMatchObject([{ consultation: of.id, differences: [{ kept: 2, counted: 1 }] }]);
  });
});

/** The same numbers from 0 to 1 in each run. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function anyAnswers(chance: () => number): Answers {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  return {
    q1: pick(['parent', 'young', 'professional', null]),
    q2: pick(['a', 'b', 'c', 'ns', null]),
    q3: pick(['1', '2', '3', '4', '5', 'ns', null]),
    q4: pick([['a'], ['b'], ['a', 'b'], null]),
    q5: pick(['Some words.', null]),
    quote: pick(['yes', 'no', null]),
  };
}
