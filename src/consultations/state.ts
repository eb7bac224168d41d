import type { ConsultationDates } from '../charters/clocks.ts';

/**
 * Where a consultation stands: not published; published, not open yet; open; on its last day; closed and waiting to
 * be acknowledged; acknowledged and waiting for decisions; decisions published.
 */
export type ConsultationState =
  'draft' | 'opening-soon' | 'open' | 'closing-today' | 'closed' | 'acknowledged' | 'decided';

/** The dates that decide it. */
export type StateDates = Pick<
  ConsultationDates,
  'opensOn' | 'closesOn' | 'publishedOn' | 'acknowledgedOn' | 'outcomePublishedOn'
>;

/** The state on `today`, an ISO date in London. Nothing counts as acknowledged or decided before the close. */
export function consultationState(dates: StateDates, today: string): ConsultationState {
  if (dates.publishedOn === null) return 'draft';
  if (today < dates.opensOn) return 'opening-soon';
  if (today < dates.closesOn) return 'open';
  if (today === dates.closesOn) return 'closing-today';
  if (dates.outcomePublishedOn !== null) return 'decided';
  return dates.acknowledgedOn === null ? 'closed' : 'acknowledged';
}

/** Whether answers are taken in this state. */
export const takesAnswers = (state: ConsultationState): boolean => state === 'open' || state === 'closing-today';

/** The part of the hub in which it stands; null: not on the hub. */
export type HubPlace = 'open-now' | 'working-on-it' | 'what-changed' | null;

/** The part of the hub for a state. What opens soon stands in the list of consultations, not on the hub. */
export const hubPlace = (state: ConsultationState): HubPlace => places[state];

const places: Record<ConsultationState, HubPlace> = {
  draft: null,
  'opening-soon': null,
  open: 'open-now',
  'closing-today': 'open-now',
  closed: 'working-on-it',
  acknowledged: 'working-on-it',
  decided: 'what-changed',
};
