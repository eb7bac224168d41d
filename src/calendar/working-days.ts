import { bankHolidayDates, isBankHoliday, isEstimated } from './bank-holidays.ts';
import { isWeekend } from './usual-rules.ts';

/** The days, beside weekends and bank holidays, on which a partnership is closed: ISO dates (`YYYY-MM-DD`). */
export type WorkingCalendar = { closingDays: ReadonlySet<string> };

/**
 * Whether people are at work on this ISO date: Monday to Friday, no bank holiday in England and Wales, not one of the
 * partnership's closing days. Throws a RangeError when the date is not one.
 */
export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return works(Temporal.PlainDate.from(date), calendar);
}

/**
 * The ISO date that is `n` working days after `date`, which is day 0 whatever kind of day it is. With `n` 0 it is the
 * date itself. Throws a RangeError when `n` is not a whole number from 0 up, or the date is not one.
 */
export function addWorkingDays(date: string, n: number, calendar: WorkingCalendar): string {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`);
  let day = Temporal.PlainDate.from(date);
  for (let left = n; left > 0;) {
    day = day.add({ days: 1 });
    if (works(day, calendar)) left -= 1;
  }
  return day.toString();
}

/**
 * How many working days there are after `from`, up to and including `to`; 0 when `to` is not after `from`. Reckoned, not
 * counted day by day: it stands behind every promise on every page.
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) >= 0) return 0;
  const off = daysOff(first.year, last.year, calendar).filter(
    day => Temporal.PlainDate.compare(first, day) < 0 && Temporal.PlainDate.compare(day, last) <= 0,
  );
  return weekdaysUpTo(last) - weekdaysUpTo(first) - off.length;
}

/** The weekdays in these years on which nobody is at work. */
function daysOff(first: number, last: number, { closingDays }: WorkingCalendar): Temporal.PlainDate[] {
  const years = Array.from({ length: last - first + 1 }, (_each, at) => first + at);
  const holidays = years.flatMap(year => [...bankHolidayDates(year)]);
  const days = [...new Set([...holidays, ...closingDays])].map(date => Temporal.PlainDate.from(date));
  return days.filter(day => !isWeekend(day));
}

const MONDAY = Temporal.PlainDate.from('1970-01-05');

/** Mondays to Fridays from a fixed Monday up to and including this day. */
function weekdaysUpTo(day: Temporal.PlainDate): number {
  const days = MONDAY.until(day).days;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7 + 1, 5);
}

/** Whether counting from one ISO date to the other touches a year whose bank holidays are not known yet. */
export function usesUsualRules(from: string, to: string): boolean {
  const [first, last] = [from, to].map(date => Temporal.PlainDate.from(date).year).sort((a, b) => a - b);
  // The known years are one unbroken run, so looking at both ends is enough.
  return isEstimated(first!) || isEstimated(last!);
}

function works(day: Temporal.PlainDate, { closingDays }: WorkingCalendar): boolean {
  const date = day.toString();
  return !isWeekend(day) && !isBankHoliday(date) && !closingDays.has(date);
}
