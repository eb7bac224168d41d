import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Charter } from '../charters/charter.ts';
import { acknowledgementDueOn, clockState, type ConsultationDates } from '../charters/clocks.ts';

/** The promises for whose delay one reason is kept. */
export const latePromises = ['acknowledgement', 'outcome'] as const;
export type LatePromise = (typeof latePromises)[number];

type Given = { today: string; calendar: WorkingCalendar; charter: Charter };

/** Whether this promise is overdue and nobody has said why. `today` is an ISO day. */
export function isUnexplained(dates: ConsultationDates, promise: LatePromise, given: Given): boolean {
  if (dates.closesOn === '' || dates.outcomeOn === '' || dates.publishedOn === null) return false;
  const { dueOn, doneOn, reason } = promise === 'outcome' ? outcome(dates) : acknowledgement(dates, given);
  return reason === null && clockState(dueOn, doneOn, given.today, given.calendar).state === 'overdue';
}

const outcome = ({ outcomeOn, outcomePublishedOn, outcomeLateReason }: ConsultationDates) => ({
  dueOn: outcomeOn,
  doneOn: outcomePublishedOn,
  reason: outcomeLateReason,
});

const acknowledgement = (dates: ConsultationDates, { calendar, charter }: Given) => ({
  dueOn: acknowledgementDueOn(dates.closesOn, calendar, charter.clocks.acknowledgementWorkingDays),
  doneOn: dates.acknowledgedOn,
  reason: dates.acknowledgementLateReason,
});
