import { addWorkingDays, workingDaysBetween, type WorkingCalendar } from '../calendar/working-days.ts';

/** Everything promised and done for one consultation. Dates are ISO dates (`YYYY-MM-DD`) in London; null: not yet. */
export type ConsultationDates = {
  opensOn: string;
  closesOn: string;
  outcomeOn: string;
  publishedOn: string | null;
  acknowledgedOn: string | null;
  acknowledgementLateReason: string | null;
  outcomePublishedOn: string | null;
  outcomeLateReason: string | null;
  /** The last date promised among the outcomes, and the day on which all of them were done. */
  allDoneBy: string | null;
  allDoneOn: string | null;
  /** Each action that is done and had a promised date: by when it was promised, and the day on which it was done. */
  actionsDone?: readonly { dueOn: string; doneOn: string }[];
};

/** How many working days an acknowledgement may take when the charter says nothing else. */
export const acknowledgementDays = 10;

/** A promise is due soon when no more than this many working days are left, today being the first of them. */
export const dueSoonDays = 3;

/** The ISO date by which answers are acknowledged; the day of the close is day 0. */
export function acknowledgementDueOn(closesOn: string, calendar: WorkingCalendar, days = acknowledgementDays): string {
  return addWorkingDays(closesOn, days, calendar);
}

/**
 * How one promise stands. `daysLate`: working days after the due date until it was done, or until today.
 * `daysLeft`: working days after today up to the due date, so 0 on the day itself; 0 once done.
 */
export type ClockState = {
  state: 'to-come' | 'due-soon' | 'overdue' | 'kept' | 'late';
  daysLate: number;
  daysLeft: number;
};

/**
 * How a promise that is due on one ISO date and was done on another (null: not yet) stands today. Nothing is late
 * before a working day has begun after the due date: what is due on a Friday is in time until the next working day.
 */
export function clockState(dueOn: string, doneOn: string | null, today: string, calendar: WorkingCalendar): ClockState {
  const daysLate = workingDaysBetween(dueOn, doneOn ?? today, calendar);
  if (doneOn !== null) return { state: daysLate > 0 ? 'late' : 'kept', daysLate, daysLeft: 0 };
  if (daysLate > 0) return { state: 'overdue', daysLate, daysLeft: 0 };
  const daysLeft = workingDaysBetween(today, dueOn, calendar);
  return { state: isSoon(dueOn, today, calendar) ? 'due-soon' : 'to-come', daysLate, daysLeft };
}

function isSoon(dueOn: string, today: string, calendar: WorkingCalendar): boolean {
  const yesterday = Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
  return workingDaysBetween(yesterday, dueOn, calendar) <= dueSoonDays;
}
