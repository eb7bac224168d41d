/** One bank holiday: an ISO date (`YYYY-MM-DD`) and its name in English. */
export type BankHoliday = { date: string; name: string };

/**
 * The eight bank holidays that England and Wales have every year, in order of date, worked out by the usual rules
 * (Banking and Financial Dealings Act 1971 and the proclamations made each year since 1978). One-off days, such as
 * a coronation, and days that are moved for a single year cannot be known this way.
 */
export function usualBankHolidays(year: number): BankHoliday[] {
  const easter = easterSunday(year);
  return [
    substituted(year, 1, 1, "New Year's Day", nextMonday),
    holiday(easter.subtract({ days: 2 }), 'Good Friday'),
    holiday(easter.add({ days: 1 }), 'Easter Monday'),
    holiday(firstMonday(year, 5), 'Early May bank holiday'),
    holiday(lastMonday(year, 5), 'Spring bank holiday'),
    holiday(lastMonday(year, 8), 'Summer bank holiday'),
    // Two days in a row: whichever of them falls on a weekend moves by two days, past the other one.
    substituted(year, 12, 25, 'Christmas Day', twoDaysLater),
    substituted(year, 12, 26, 'Boxing Day', twoDaysLater),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Easter Sunday by the Gregorian computus (the 'anonymous' algorithm, Nature, 20 April 1876). */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const leap = 32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4);
  const toSunday = leap % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const sum = moon + toSunday - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function substituted(
  year: number,
  month: number,
  day: number,
  name: string,
  move: (date: Temporal.PlainDate) => Temporal.PlainDate,
): BankHoliday {
  const date = new Temporal.PlainDate(year, month, day);
  return isWeekend(date) ? holiday(move(date), `${name} (substitute day)`) : holiday(date, name);
}

const holiday = (date: Temporal.PlainDate, name: string): BankHoliday => ({ date: date.toString(), name });

/** Saturday or Sunday. */
export const isWeekend = (date: Temporal.PlainDate): boolean => date.dayOfWeek >= 6;

const nextMonday = (date: Temporal.PlainDate) => date.add({ days: 8 - date.dayOfWeek });
const twoDaysLater = (date: Temporal.PlainDate) => date.add({ days: 2 });

function firstMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
}

function lastMonday(year: number, month: number): Temporal.PlainDate {
  const first = new Temporal.PlainDate(year, month, 1);
  const last = first.with({ day: first.daysInMonth });
  return last.subtract({ days: last.dayOfWeek - 1 });
}
