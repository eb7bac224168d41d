import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCells, bySheet, cellsOn, EMPTY, keyOf, peopleOn } from '../../src/analysis/sheet-rules.ts';
import type { Tally } from '../../src/analysis/tally-rules.ts';

const cell = fc.record<Tally>({
  consultation_id: fc.constantFrom('c1', 'c2'),
  dimension: fc.constantFrom('all', 'day', 'who'),
  value: fc.constantFrom('', '2026-11-22', '-'),
  question: fc.constantFrom('', 'q1', 'q2', 'q5-a'),
  option: fc.constantFrom('*', '-', 'a', 'B60', 'two words', '__proto__', 'constructor', '10'),
  count: fc.integer({ min: -3, max: 3 }),
});
const cells = fc.array(cell, { maxLength: 60 });

const nameOf = ({ count: _count, ...rest }: Tally) => JSON.stringify(Object.entries(rest).sort());

/** As a table of cells would hold them. */
function sumsOf(list: readonly Tally[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const each of list) sums.set(nameOf(each), (sums.get(nameOf(each)) ?? 0) + each.count);
  return new Map([...sums].filter(([, sum]) => sum !== 0).sort());
}

/** As the sheets hold them, after these batches. */
function kept(batches: readonly (readonly Tally[])[]): Map<string, number> {
  const sheets = new Map<string, { place: Parameters<typeof keyOf>[0]; counts: string }>();
  for (const { place, cells: added } of batches.flatMap(bySheet)) {
    const counts = addCells(sheets.get(keyOf(place))?.counts ?? EMPTY, added);
    sheets.set(keyOf(place), { place, counts });
  }
  const all = [...sheets.values()].flatMap(({ place, counts }) => cellsOn({ ...place, counts }));
  return new Map(all.map(each => [nameOf(each), each.count] as const).sort());
}

test('sheets hold what a table of cells would, however the cells arrive', () => {
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 4 }), batches => {
      expect(kept(batches)).toEqual(sumsOf(batches.flat()));
    }),
    { numRuns: 500 },
  );
});

test('what is taken out again leaves an empty sheet', () => {
  fc.assert(
    fc.property(cells, list => {
      const back = list.map(each => ({ ...each, count: -each.count }));
      for (const { cells: own } of bySheet([...list, ...back])) expect(addCells(EMPTY, own)).toBe(EMPTY);
    }),
  );
});

test('sheets come in the order of their key, each once', () => {
  fc.assert(
    fc.property(cells, list => {
      const keys = bySheet(list).map(({ place }) => keyOf(place));
      expect(keys).toEqual([...new Set(keys)].sort());
    }),
  );
});

test('a sheet says how many people it counts', () => {
  expect(peopleOn({ counts: EMPTY })).toBe(0);
  expect(peopleOn({ counts: addCells(EMPTY, [{ question: '', option: '*', count: 12 }]) })).toBe(12);
});
