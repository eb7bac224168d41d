import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentOf, safeQuestion, weeks } from '../../src/analysis/disclosure.ts';

const counts = (...list: number[]) => list.map((count, at) => ({ id: String(at), count }));

describe('K08 small numbers are not shown', () => {
  test('counts are shown when every one of them holds enough people', () => {
    expect(safeQuestion(counts(12, 28), 40, 40)).toEqual({
      shown: true,
      base: 40,
      skipped: 0,
      rows: [
        { id: '0', count: 12, percent: 30 },
        { id: '1', count: 28, percent: 70 },
      ],
    });
  });

  test.each([
    ['one option holds four people', counts(4, 36), 40, 40],
    ['one option holds nobody', counts(0, 40), 40, 40],
    ['four people skipped it, which the totals give away', counts(20, 20), 40, 44],
    ['four people did not choose what all others did', counts(36, 20), 40, 40],
    ['everybody chose the same', counts(40, 20), 40, 40],
    ['two people chose both of two options', counts(21, 21), 40, 40],
    ['fewer than five answered', [], 4, 40],
    ['more answered than were asked, so something is wrong', counts(20, 20), 40, 39],
  ])('nothing is shown when %s', (_why, list, base, total) => {
    expect(safeQuestion(list, base, total)).toEqual({ shown: false });
  });

  test('a text question shows how many answered', () => {
    expect(safeQuestion([], 30, 40)).toEqual({ shown: true, base: 30, skipped: 10, rows: [] });
  });

  test('a threshold can be raised and never goes below five', () => {
    expect(safeQuestion(counts(9, 31), 40, 40, 10)).toEqual({ shown: false });
    expect(safeQuestion(counts(4, 36), 40, 40, 1)).toEqual({ shown: false });
  });

  const people = fc.integer({ min: 0, max: 30 });

  test('where one answer is chosen, no group that the figures give away is smaller than five', () => {
    fc.assert(
      fc.property(fc.array(people, { minLength: 2, maxLength: 5 }), people, (list, skipped) => {
        const base = list.reduce((sum, count) => sum + count, 0);
        const safe = safeQuestion(counts(...list), base, base + skipped);
        const groups = everySum([...list, skipped].filter((_, at) => at < list.length || skipped > 0));
        if (safe.shown) expect(Math.min(...groups)).toBeGreaterThanOrEqual(5);
        else expect(Math.min(...list, skipped || 5)).toBeLessThan(5);
      }),
    );
  });

  test('where two can be chosen, nor is "only this", "only that" or "both"', () => {
    fc.assert(
      fc.property(people, people, people, people, (onlyA, onlyB, both, skipped) => {
        const base = onlyA + onlyB + both;
        const safe = safeQuestion(counts(onlyA + both, onlyB + both), base, base + skipped);
        if (!safe.shown) return;
        expect(Math.min(onlyA, onlyB, both || 5, skipped || 5)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 1000 },
    );
  });

  test('a percentage stands only beside a count that is shown', () => {
    fc.assert(
      fc.property(fc.array(people, { maxLength: 5 }), people, people, (list, base, total) => {
        const safe = safeQuestion(counts(...list), base, total);
        if (safe.shown) expect(safe.rows.map(row => row.percent)).toEqual(list.map(count => percentOf(count, base)));
        else expect(Object.keys(safe)).toEqual(['shown']);
      }),
    );
    expect(percentOf(58, 148)).toBe(39);
    expect(percentOf(0, 0)).toBe(0);
  });
});

/** The size of every union of groups: all that adding and taking away can find. */
const everySum = (groups: number[]): number[] =>
  groups.reduce<number[]>((sums, group) => [...sums, ...sums.map(sum => sum + group)], [0]).slice(1);

describe('K08 days merge into weeks until each holds enough', () => {
  const day = fc
    .integer({ min: 0, max: 120 })
    .map(n => Temporal.PlainDate.from('2026-09-01').add({ days: n }).toString());
  const days = fc.uniqueArray(fc.record({ day, count: fc.integer({ min: 1, max: 12 }) }), {
    selector: each => each.day,
    maxLength: 40,
  });
  const sum = (list: { count: number }[]) => list.reduce((n, each) => n + each.count, 0);

  test('no row holds fewer, nobody is lost, and all together too few are no rows', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 20 }), (list, threshold) => {
        const rows = weeks(list, threshold);
        const least = Math.max(5, threshold);
        expect(rows.every(row => row.count >= least)).toBe(true);
        expect(sum(rows)).toBe(sum(list) >= least ? sum(list) : 0);
      }),
    );
  });

  test('rows run from a Monday to a Sunday, in order, without gaps, and hold exactly their own days', () => {
    fc.assert(
      fc.property(days, list => {
        const rows = weeks(list);
        rows.forEach((row, at) => {
          expect(Temporal.PlainDate.from(row.from).dayOfWeek).toBe(1);
          expect(Temporal.PlainDate.from(row.to).dayOfWeek).toBe(7);
          const next = rows[at + 1];
          if (next) expect(Temporal.PlainDate.from(row.to).add({ days: 1 }).toString()).toBe(next.from);
          expect(row.count).toBe(sum(list.filter(each => each.day >= row.from && each.day <= row.to)));
        });
      }),
    );
  });

  test('the order of the days given changes nothing', () => {
    fc.assert(fc.property(days, list => void expect(weeks(list.toReversed())).toEqual(weeks(list))));
  });

  test('an example: a full week, a quiet one and a small last one', () => {
    const list = [
      { day: '2026-11-03', count: 6 },
      { day: '2026-11-08', count: 5 },
      { day: '2026-11-09', count: 9 },
      { day: '2026-11-24', count: 3 },
      { day: '2026-11-30', count: 2 },
    ];
    expect(weeks(list)).toEqual([
      { from: '2026-11-02', to: '2026-11-08', count: 11 },
      { from: '2026-11-09', to: '2026-12-06', count: 14 },
    ]);
  });
});
