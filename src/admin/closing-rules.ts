import { formatShortDay } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn } from '../charters/clocks.ts';

/** A published consultation whose reply to everybody is still promised. `closesOn` is an ISO day. */
export type Promised = { title: string; closesOn: string };

/** `days`: the working days that the charter gives for the reply. `today` is an ISO day. */
export type ClosingGiven = { today: string; calendar: WorkingCalendar; days: number; promised: readonly Promised[] };

/** Why this ISO day can't become a closing day; null when it can. No promise that families have read moves (W13). */
export function wrongClosing(day: string, given: ClosingGiven): string | null {
  const { closingDays } = given.calendar;
  if (closingDays.has(day)) return 'That day is in the list already.';
  return wrongChange(day, given, new Set([...closingDays, day]));
}

/** Why this closing day can't be taken out of the list; null when it can. */
export function wrongOpening(day: string, given: ClosingGiven): string | null {
  const { closingDays } = given.calendar;
  return wrongChange(day, given, new Set([...closingDays].filter(each => each !== day)));
}

function wrongChange(day: string, given: ClosingGiven, closingDays: ReadonlySet<string>): string | null {
  const { today, calendar, days, promised } = given;
  if (day <= today) return 'Only days that are still to come can be added or taken out.';
  const moved = promised.flatMap(({ title, closesOn }) => {
    const replyBy = acknowledgementDueOn(closesOn, calendar, days);
    if (acknowledgementDueOn(closesOn, { closingDays }, days) === replyBy) return [];
    return `${title}, reply by ${formatShortDay(replyBy, today)}`;
  });
  return moved.length === 0 ? null : `${formatShortDay(day, today)} would move a promise: ${moved.join('; ')}.`;
}
