import { consultationState, type StateDates } from '../consultations/state.ts';

/** Whether a published consultation has closed: only then can people be thanked and decisions be made. */
export const hasClosed = (dates: StateDates, today: string): boolean =>
  dates.closesOn !== '' && ['closed', 'acknowledged', 'decided'].includes(consultationState(dates, today));
