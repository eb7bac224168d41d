import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayInLondon,
  daysBetween,
  endOfDay,
  formatDay,
  formatShortDay,
  isAfterClose,
  londonDay,
} from '../../src/calendar/london.ts';

describe('days in London', () => {
  test.each([
    ['winter', '2026-12-14T23:59:59.999Z', '2026-12-14'],
    ['winter midnight', '2026-12-15T00:00:00Z', '2026-12-15'],
    ['summer, an hour before midnight in Greenwich', '2026-07-01T23:00:00Z', '2026-07-02'],
    ['summer, just before', '2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['an offset elsewhere', '2026-12-15T03:00:00+05:00', '2026-12-14'],
  ])('%s: %s is %s', (_when, instant, day) => {
    expect(londonDay(instant)).toBe(day);
    expect(londonDay(Temporal.Instant.from(instant))).toBe(day);
  });

  test.each([
    ['GMT', '2026-12-14', '2026-12-15T00:00:00.000Z'],
    ['BST', '2026-07-01', '2026-07-01T23:00:00.000Z'],
    ['the day before the clocks go forward', '2026-03-28', '2026-03-29T00:00:00.000Z'],
    ['the day the clocks go forward', '2026-03-29', '2026-03-29T23:00:00.000Z'],
    ['the day before the clocks go back', '2026-10-24', '2026-10-24T23:00:00.000Z'],
    ['the day the clocks go back', '2026-10-25', '2026-10-26T00:00:00.000Z'],
    ['the last day of a year', '2026-12-31', '2027-01-01T00:00:00.000Z'],
  ])('W13 the end of a day in %s: %s ends at %s', (_when, day, end) => {
    expect(endOfDay(day)).toBe(end);
  });

  test('the days of the changeover are 23 and 25 hours long', () => {
    const hours = (before: string, day: string) => (Date.parse(endOfDay(day)) - Date.parse(endOfDay(before))) / 3.6e6;
    expect(hours('2026-03-28', '2026-03-29')).toBe(23);
    expect(hours('2026-10-24', '2026-10-25')).toBe(25);
    expect(hours('2026-10-25', '2026-10-26')).toBe(24);
  });

  test('W13 the whole closing day is open, in winter and in summer', () => {
    expect(isAfterClose('2026-12-14', '2026-12-14T23:59:59.999Z')).toBe(false);
    expect(isAfterClose('2026-12-14', '2026-12-15T00:00:00Z')).toBe(true);
    expect(isAfterClose('2026-07-01', '2026-07-01T22:59:59.999Z')).toBe(false);
    expect(isAfterClose('2026-07-01', Temporal.Instant.from('2026-07-01T23:00:00Z'))).toBe(true);
    expect(isAfterClose('2026-10-25', '2026-10-25T23:30:00Z')).toBe(false);
  });

  test('it has closed exactly from the end of the closing day', () => {
    const minutes = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(fc.nat({ max: 4000 }), minutes, (days, offset) => {
        const day = Temporal.PlainDate.from('2024-01-01').add({ days }).toString();
        const now = Temporal.Instant.from(endOfDay(day)).add({ minutes: offset });
        expect(isAfterClose(day, now)).toBe(offset >= 0);
      }),
    );
  });

  test('what is not an instant is refused', () => expect(() => londonDay('2026-12-14')).toThrow(RangeError));
});

describe('dates in words', () => {
  test('in full', () => {
    expect(formatDay('2026-12-04')).toBe('Friday 4 December 2026');
    expect(formatDay('2026-12-04', '2026-11-22')).toBe('Friday 4 December');
    expect(formatDay('2027-01-29', '2026-11-22')).toBe('Friday 29 January 2027');
  });

  test('short, with the year only when it is another one', () => {
    expect(formatShortDay('2026-12-04', '2026-11-22')).toBe('4 December');
    expect(formatShortDay('2027-01-29', '2026-11-22')).toBe('29 January 2027');
    expect(formatShortDay('2025-12-31', '2026-01-01')).toBe('31 December 2025');
  });

  test('in another language', () => {
    expect(formatDay('2026-12-04', undefined, 'cy')).toContain('Rhagfyr 2026');
    expect(formatShortDay('2026-12-04', '2026-11-22', 'pl')).toBe('4 grudnia');
  });

  test('a day that does not exist is refused', () => expect(() => formatDay('2026-02-29')).toThrow(RangeError));
});

test('days between two dates count every day, the changeover included', () => {
  expect(daysBetween('2026-11-22', '2026-12-04')).toBe(12);
  expect(daysBetween('2026-12-04', '2026-11-22')).toBe(-12);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  expect(daysBetween('2024-02-28', '2025-02-28')).toBe(366);
  expect(daysBetween('2026-11-22', '2026-11-22')).toBe(0);
});

test('a day that is remembered ends at midnight in London, and is looked up anew when the clock is put back', () => {
  let at = '2026-06-10T22:59:59.999Z';
  const today = dayInLondon(() => Temporal.Instant.from(at));
  expect(today()).toBe('2026-06-10');
  at = '2026-06-10T23:00:00Z';
  expect(today()).toBe('2026-06-11');
  at = '2026-06-10T12:00:00Z';
  expect(today()).toBe('2026-06-10');
});
