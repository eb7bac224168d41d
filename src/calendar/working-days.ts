import { isBankHoliday, isEstimated } from './bank-holidays.ts';
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

/** How many working days there are after `from`, up to and including `to`; 0 when `to` is not after `from`. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  const last = Temporal.PlainDate.from(to);
  let count = 0;
  let day = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (works(day, calendar)) count += 1;
  }
  return count;
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
