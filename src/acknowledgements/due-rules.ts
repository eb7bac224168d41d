import { usesUsualRules } from '../calendar/working-days.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, clockState, type ClockState } from '../charters/clocks.ts';

/** When the reply to everybody is due, and how that promise stands. Days are ISO days. */
export type Due = ClockState & {
  dueOn: string;
  /** The bank holidays up to then are worked out by the usual rules: the real list is not known yet. */
  isEstimated: boolean;
};

/** `days`: working days that the charter allows; the day of the close is day 0 (W13). */
export function acknowledgementDue(
  closesOn: string,
  doneOn: string | null,
  today: string,
  given: { calendar: WorkingCalendar; days: number },
): Due {
  const dueOn = acknowledgementDueOn(closesOn, given.calendar, given.days);
  const isEstimated = usesUsualRules(closesOn, dueOn);
  return { ...clockState(dueOn, doneOn, today, given.calendar), dueOn, isEstimated };
}
