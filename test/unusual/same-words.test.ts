import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import { onceANight } from '../../src/jobs/nightly.ts';
import { lookForSameWords } from '../../src/unusual/look-for-same-words.ts';
import { longTexts, OFTEN, Repeats } from '../../src/unusual/same-words-rules.ts';
import { many, sendAll, withdraw } from '../analysis/sent.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { countIn } from '../support/tallies.ts';

const LETTER =
  'We ask the council to keep every short break as it is, because families were promised that nothing would change before the summer of next year.';

onBothDatabases('the same long words again and again', dialect => {
  let world: World;
  let of: Planned;
  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    of = await openConsultation(world, await world.signIn('officer'));
  });
  afterEach(() => world.close());

  const look = () => lookForSameWords({ ...world.deps, config: { ...world.deps.config, database: world.address } });
  const marked = async () => {
    const rows = await world.db.read.selectFrom('responses').select('unusual').execute();
    return rows.filter(row => row.unusual?.includes('same')).length;
  };
  const flagged = (question: string, option: string) => countIn(world, { question, option, dimension: 'flagged' });

  test('they are marked and counted both ways, whatever their spaces and capitals, and only once', async () => {
    // Four answers, so that nothing else looks unusual.
    const answers = (at: number) => ({
      q1: null,
      q5: at < 6 ? (at % 2 ? `  ${LETTER.toUpperCase()}` : LETTER) : `My own words ${at}. ${LETTER.slice(0, 40)}`,
    });
    await sendAll(world, of, many(9, answers));
    expect(await look()).toBe(6);
    expect(await marked()).toBe(6);
    expect([await flagged('', '*'), await flagged('q2', 'b')]).toEqual([6, 6]);
    expect(await recount(world.db.read, of.id)).toEqual([]);
    expect(await look()).toBe(0);
    expect(await flagged('', '*')).toBe(6);
  });

  test('a few alike, and what was withdrawn, are left alone', async () => {
    const families = await sendAll(world, of, many(5, () => ({ q1: null, q5: LETTER }))); // prettier-ignore
    await withdraw(families[0]);
    expect(await look()).toBe(0);
    expect(await marked()).toBe(0);
  });

  test('an answer that carries another sign keeps it, and counts once', async () => {
    await sendAll(
      world,
      of,
      many(5, () => ({ q5: LETTER })),
    );
    expect(await flagged('', '*')).toBe(5);
    expect(await look()).toBe(5);
    expect(await flagged('', '*')).toBe(5);
    const rows = await world.db.read.selectFrom('responses').select('unusual').execute();
    expect(new Set(rows.map(row => row.unusual))).toEqual(new Set(['fast same']));
    expect(await recount(world.db.read, of.id)).toEqual([]);
  });
});

test('a text repeats exactly when as many responses hold it as it takes', () => {
  const text = fc.integer({ min: 0, max: 3 }).map(n => `${LETTER} ${n}`);
  fc.assert(
    fc.property(fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 25 }), list => {
      const all = list.map(texts => Object.fromEntries(texts.map((each, at) => [`q${at}`, each])));
      const repeats = new Repeats(each => each);
      for (const answers of all) repeats.add(answers);
      for (const answers of all) {
        const often = Object.values(answers).some(
          each => all.filter(other => Object.values(other).includes(each)).length >= OFTEN,
        );
        expect(repeats.has(answers)).toBe(often);
      }
    }),
  );
});

test('short words are never looked at', () => {
  expect(longTexts({ q1: 'parent', q2: ['a'], q3: 4, q5: 'More Saturday clubs, please.', q6: null })).toEqual([]);
  expect(longTexts({ q5: LETTER })).toHaveLength(1);
});

test('what runs once a night runs once a night', async () => {
  const world = await createWorld('sqlite', '2026-11-23T02:59:00Z');
  let runs = 0;
  const job = onceANight(async () => void runs++);
  for (const at of ['02:59', '03:01', '03:30', '04:10']) {
    world.setNow(`2026-11-23T${at}:00Z`);
    await job(world.deps);
  }
  expect(runs).toBe(1);
  world.setNow('2026-11-24T03:01:00Z');
  await job(world.deps);
  expect(runs).toBe(2);
  await world.close();
});

test('what fails in the night runs again at the next time, and then not any more', async () => {
  const world = await createWorld('sqlite', '2026-11-23T03:01:00Z');
  let runs = 0;
  const job = onceANight(async () => {
    if (++runs === 1) throw new Error('The database is busy.');
  });
  await expect(job(world.deps)).rejects.toThrow('busy');
  await job(world.deps);
  await job(world.deps);
  expect(runs).toBe(2);
  await world.close();
});
