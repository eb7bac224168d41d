import { promiseLine, type StationKey } from '../charters/promise-line.ts';
import type { ConsultationDates } from '../charters/clocks.ts';
import type { Today } from './card-rules.ts';

const DONE: ReadonlySet<StationKey> = new Set([
  'opened',
  'closed',
  'replied',
  'replied-late',
  'decided',
  'decided-late',
  'done',
  'done-late',
]);

/** What comes next, or should have come: 'Closes 4 December', 'Our reply is late, due 9 November'. Words for the desk. */
export function nextInWords(dates: ConsultationDates, { today, calendar, days, say }: Today): string {
  if (!dates.opensOn || !dates.closesOn || !dates.outcomeOn) return 'Not all dates are set';
  const next = promiseLine(dates, today, calendar, days).find(station => !DONE.has(station.key));
  if (!next) return 'Everything promised is done';
  const due = next.state === 'late' ? ', due ' : ' ';
  return `${say(`charters.station.${next.key}`)}${due}${say.shortDay(next.date, today)}`;
}
