import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Say } from '../words/catalogue.ts';
import type { ConsultationDates } from './clocks.ts';
import { promiseLine, type Station } from './promise-line.ts';

/** A station as the promise line's partial and the mails show it. */
export type LineStation = { state: Station['state']; label: string; date: string; note?: string };

/** The promise line of a consultation in words. `days`: working days that the charter allows for the reply. */
export function lineInWords(
  dates: ConsultationDates,
  facts: { today: string; calendar: WorkingCalendar; days: number },
  say: Say,
): LineStation[] {
  return promiseLine(dates, facts.today, facts.calendar, facts.days).map(station => inWords(station, facts.today, say));
}

function inWords(station: Station, today: string, say: Say): LineStation {
  const label = say(`charters.station.${station.key}`);
  const date = say.shortDay(station.date, today);
  const note = noteOf(station, say);
  return note ? { state: station.state, label, date, note } : { state: station.state, label, date };
}

function noteOf({ lateBy, reason }: Station, say: Say): string {
  if (!lateBy) return '';
  const days = say('charters.late-by', { n: lateBy });
  return reason ? `${days}: ${say.written(reason)}` : days;
}
