import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addWorkingDays, isWorkingDay, usesUsualRules, workingDaysBetween } from '../../src/calendar/working-days.ts';

const open = { closingDays: new Set<string>() };

describe('ten working days, by hand', () => {
  test('W13 14 December 2026 gives 30 December', () => {
    expect(addWorkingDays('2026-12-14', 10, open)).toBe('2026-12-30');
  });

  test.each([
    ['two plain weeks', '2026-12-04', '2026-12-18'],
    ['two plain weeks in autumn', '2026-10-09', '2026-10-23'],
    ['Christmas Day and Boxing Day on a Thursday and a Friday', '2025-12-15', '2025-12-31'],
    ["Christmas and New Year's Day", '2025-12-19', '2026-01-07'],
    ['Christmas in the middle of a week', '2024-12-20', '2025-01-08'],
    ['both substitute days of 2027, and 3 January 2028', '2027-12-20', '2028-01-06'],
    ['Easter 2024', '2024-03-20', '2024-04-05'],
    ['Easter 2025', '2025-04-11', '2025-04-29'],
    ['Easter 2025 and the early May bank holiday', '2025-04-17', '2025-05-06'],
    ['Easter 2026', '2026-03-27', '2026-04-14'],
    ['Easter 2027, from the day before Good Friday', '2027-03-25', '2027-04-12'],
    ['a Saturday as day 0, and the summer bank holiday', '2026-08-22', '2026-09-07'],
  ])('W13 %s: %s gives %s', (_what, closesOn, dueOn) => {
    expect(addWorkingDays(closesOn, 10, open)).toBe(dueOn);
    expect(workingDaysBetween(closesOn, dueOn, open)).toBe(10);
  });

  test("W13 the partnership's own closing days do not count", () => {
    const closed = { closingDays: new Set(['2026-12-29', '2026-12-30', '2026-12-31']) };
    expect(addWorkingDays('2026-12-14', 10, closed)).toBe('2027-01-05');
    expect(isWorkingDay('2026-12-30', closed)).toBe(false);
    expect(isWorkingDay('2026-12-30', open)).toBe(true);
  });
});

describe('edges', () => {
  test('the start is day 0 and stays what it is', () => {
    expect(addWorkingDays('2026-12-25', 0, open)).toBe('2026-12-25');
    expect(workingDaysBetween('2026-12-14', '2026-12-14', open)).toBe(0);
    expect(workingDaysBetween('2026-12-14', '2026-12-15', open)).toBe(1);
    expect(workingDaysBetween('2026-12-18', '2026-12-20', open)).toBe(0);
  });

  test('nothing lies between when the end comes first', () => {
    expect(workingDaysBetween('2026-12-30', '2026-12-14', open)).toBe(0);
  });

  test('nonsense is refused', () => {
    expect(() => addWorkingDays('2026-12-14', -1, open)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-12-14', 1.5, open)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-02-30', 1, open)).toThrow(RangeError);
    expect(() => isWorkingDay('soon', open)).toThrow(RangeError);
  });

  test('W13 says when counting leaves the published bank holidays', () => {
    expect(usesUsualRules('2026-12-14', '2026-12-30')).toBe(false);
    expect(usesUsualRules('2024-01-01', '2027-12-31')).toBe(false);
    expect(usesUsualRules('2027-12-20', '2028-01-06')).toBe(true);
    expect(usesUsualRules('2023-12-31', '2024-01-02')).toBe(true);
  });
});

describe('laws', () => {
  const first = Temporal.PlainDate.from('2019-01-01');
  const date = fc.nat({ max: 6000 }).map(days => first.add({ days }).toString());
  const count = fc.nat({ max: 60 });
  const calendar = fc.array(date, { maxLength: 40 }).map(dates => ({ closingDays: new Set(dates) }));

  test('counting forward from one day ends on a working day, after the start', () => {
    fc.assert(
      fc.property(date, count, calendar, (start, n, cal) => {
        const end = addWorkingDays(start, n + 1, cal);
        expect(isWorkingDay(end, cal)).toBe(true);
        expect(end > start).toBe(true);
      }),
    );
  });

  test('what lies between is the sum of the days, each looked at alone', () => {
    fc.assert(
      fc.property(date, fc.nat({ max: 900 }), calendar, (start, length, cal) => {
        const first = Temporal.PlainDate.from(start);
        const days = Array.from({ length }, (_each, at) => first.add({ days: at + 1 }).toString());
        const end = first.add({ days: length }).toString();
        expect(workingDaysBetween(start, end, cal)).toBe(days.filter(day => isWorkingDay(day, cal)).length);
      }),
    );
  });

  test('counting forward and counting between undo each other', () => {
    fc.assert(
      fc.property(date, count, calendar, (start, n, cal) => {
        expect(workingDaysBetween(start, addWorkingDays(start, n, cal), cal)).toBe(n);
      }),
    );
  });

  test('counting between and then forward gives the last working day that is not after the end', () => {
    fc.assert(
      fc.property(date, fc.nat({ max: 90 }), calendar, (start, days, cal) => {
        const end = Temporal.PlainDate.from(start).add({ days }).toString();
        const back = addWorkingDays(start, workingDaysBetween(start, end, cal), cal);
        expect(back <= end).toBe(true);
        expect(workingDaysBetween(back, end, cal)).toBe(0);
      }),
    );
  });

  test('a later start, or more days, never ends earlier; a closing day never brings the end nearer', () => {
    fc.assert(
      fc.property(date, date, count, count, calendar, (a, b, n, more, cal) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(addWorkingDays(early, n, cal) <= addWorkingDays(late, n, cal)).toBe(true);
        expect(addWorkingDays(a, n, cal) <= addWorkingDays(a, n + more, cal)).toBe(true);
        expect(addWorkingDays(a, n, open) <= addWorkingDays(a, n, cal)).toBe(true);
      }),
    );
  });

  test('steps add up', () => {
    fc.assert(
      fc.property(date, count, count, calendar, (start, n, m, cal) => {
        const inTwoSteps = addWorkingDays(addWorkingDays(start, n, cal), m, cal);
        expect(inTwoSteps).toBe(addWorkingDays(start, n + m, cal));
      }),
    );
  });
});
