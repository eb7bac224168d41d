import Holidays from 'date-holidays';
import { describe, expect, test } from 'vitest';
import { bankHolidays, isBankHoliday, isEstimated, knownYears } from '../../src/calendar/bank-holidays.ts';
import { easterSunday, isWeekend, usualBankHolidays } from '../../src/calendar/usual-rules.ts';
import { isWorkingDay } from '../../src/calendar/working-days.ts';

const years = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const known = years(knownYears.first, knownYears.last);
const open = { closingDays: new Set<string>() };

describe('the published list', () => {
  test('holds eight bank holidays a year from 2024 to 2027, none on a weekend', () => {
    expect(known).toEqual([2024, 2025, 2026, 2027]);
    for (const year of known) {
      const dates = bankHolidays(year).map(day => day.date);
      expect(dates).toHaveLength(8);
      expect(dates.filter(date => isWeekend(Temporal.PlainDate.from(date)))).toEqual([]);
      expect(dates).toEqual([...new Set(dates)].sort());
    }
  });

  test('is what the usual rules give, names included', () => {
    for (const year of known) expect(bankHolidays(year)).toEqual(usualBankHolidays(year));
  });

  test('years outside it are said to be worked out by the usual rules', () => {
    expect([2023, 2024, 2027, 2028].map(isEstimated)).toEqual([true, false, false, true]);
    expect(bankHolidays(2030)).toEqual(usualBankHolidays(2030));
  });

  test('knows a substitute day from the day that it stands for', () => {
    expect(isBankHoliday('2026-12-28')).toBe(true);
    expect(isBankHoliday('2026-12-26')).toBe(false);
    expect(isBankHoliday('2026-12-29')).toBe(false);
  });
});

describe('another source', () => {
  test.each(['ENG', 'WLS'])('W13 working days agree with it on every date from 2024 to 2027 (%s)', region => {
    const dates = known.flatMap(daysOf);
    expect(dates).toHaveLength(1461);
    const off = new Set(known.flatMap(year => oracle(region, year)));
    expect(dates.filter(date => isWorkingDay(date, open) !== worksBy(off, date))).toEqual([]);
  });

  // Years without a one-off or a moved day: those can't follow from rules.
  test.each([...years(2013, 2019), 2021, ...years(2028, 2060)])('the usual rules agree with it in %i', year => {
    expect(usualBankHolidays(year).map(day => day.date)).toEqual(oracle('ENG', year).filter(onWeekday));
  });
});

describe('Easter', () => {
  test.each([
    [1818, '1818-03-22'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2285, '2285-03-22'],
  ])('%i', (year, date) => expect(easterSunday(year).toString()).toBe(date));
});

describe('weekends at the turn of the year', () => {
  const date = (year: number, name: string) => usualBankHolidays(year).find(day => day.name.startsWith(name))?.date;

  test.each([
    [2020, '2020-12-25', '2020-12-28'], // Friday, Saturday
    [2021, '2021-12-27', '2021-12-28'], // Saturday, Sunday
    [2022, '2022-12-27', '2022-12-26'], // Sunday, Monday
    [2023, '2023-12-25', '2023-12-26'], // Monday, Tuesday
  ])('Christmas Day and Boxing Day in %i', (year, christmas, boxing) => {
    expect([date(year, 'Christmas Day'), date(year, 'Boxing Day')]).toEqual([christmas, boxing]);
  });

  test.each([
    [2022, '2022-01-03'], // Saturday
    [2023, '2023-01-02'], // Sunday
    [2024, '2024-01-01'], // Monday
  ])("New Year's Day in %i", (year, day) => expect(date(year, "New Year's Day")).toBe(day));
});

function oracle(region: string, year: number): string[] {
  const found = new Holidays('GB', region).getHolidays(year);
  return found.filter(day => day.type === 'public' || day.type === 'bank').map(day => day.date.slice(0, 10));
}

const onWeekday = (date: string) => !isSaturdayOrSunday(date);
const isSaturdayOrSunday = (date: string) => [0, 6].includes(new Date(`${date}T12:00Z`).getUTCDay());
const worksBy = (off: ReadonlySet<string>, date: string) => onWeekday(date) && !off.has(date);

function daysOf(year: number): string[] {
  const start = Date.UTC(year, 0, 1);
  const count = (Date.UTC(year + 1, 0, 1) - start) / 86_400_000;
  return Array.from({ length: count }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10));
}
