import { formatDay, londonDay } from '../calendar/london.ts';
import type { RaisedConcern } from './concern-queries.ts';

// A worry's dates in words. `today`: an ISO day.

export const raisedWords = (concern: RaisedConcern, today: string): string =>
  `Raised by ${concern.raised_by_name} on ${formatDay(londonDay(concern.raised_at), today)}`;

/** Who saw it and when; '' while nobody has. */
export function seenWords({ seen_at, seen_by }: RaisedConcern, today: string): string {
  if (!seen_at) return '';
  return `Seen${seen_by ? ` by ${seen_by}` : ''} on ${formatDay(londonDay(seen_at), today)}`;
}
