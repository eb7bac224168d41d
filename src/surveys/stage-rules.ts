import type { ConsultationState } from '../consultations/state.ts';

/**
 * Where the newest version of a survey stands: `first`, not published yet; `live`, answered or about to be; `over`, the
 * consultation has closed; `new`, being written while families answer an earlier one; `late`, it closed before that one
 * was published.
 */
export type Stage = 'first' | 'live' | 'over' | 'new' | 'late';

export function stageOf(newest: { number: number; published_at: string | null }, state: ConsultationState): Stage {
  const closed = state === 'closed' || state === 'acknowledged' || state === 'decided';
  if (newest.published_at !== null) return closed ? 'over' : 'live';
  if (newest.number === 1) return 'first';
  return closed ? 'late' : 'new';
}
