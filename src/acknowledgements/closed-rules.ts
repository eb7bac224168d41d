import { sendingEnds } from '../calendar/closing.ts';
import { londonDay } from '../calendar/london.ts';
import { consultationState, type StateDates } from '../consultations/state.ts';

/** Whether nobody can send answers any more: only then can people be thanked and decisions be made. */
export const hasClosed = (dates: StateDates, now: Temporal.Instant): boolean =>
  dates.closesOn !== '' &&
  Temporal.Instant.compare(now, sendingEnds(dates.closesOn)) >= 0 &&
  ['closed', 'acknowledged', 'decided'].includes(consultationState(dates, londonDay(now)));
