import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, type ConsultationDates } from '../charters/clocks.ts';
import { consultationState } from './state.ts';

/** The days on which families see something else than before; `late`: the first on which our reply is late. */
export const moments = ['now', 'before', 'first', 'last', 'after', 'late'] as const;
export type Moment = (typeof moments)[number];

export type OnDay = { moment: Moment; day: string };

type Given = { today: string; calendar: WorkingCalendar; days: number };

/** Those that are still to come, each once, with its ISO day; `now`, which is today, comes first. */
export function momentsAhead(dates: ConsultationDates, given: Given): OnDay[] {
  const { opensOn, closesOn, acknowledgedOn, publishedOn } = dates;
  // It opens as soon as it is published.
  const isDue = publishedOn === null && opensOn !== '' && opensOn <= given.today && given.today <= closesOn;
  const late = (): string => {
    const dueOn = acknowledgementDueOn(closesOn, given.calendar, given.days);
    return addWorkingDays(dueOn, 1, given.calendar);
  };
  const days: Record<Moment, string> = {
    now: given.today,
    before: opensOn && nextDay(opensOn, -1),
    first: isDue ? given.today : opensOn,
    last: closesOn,
    after: closesOn && nextDay(closesOn, 1),
    late: closesOn && acknowledgedOn === null ? late() : '',
  };
  const isAhead = (moment: Moment) => days[moment] > given.today || (moment === 'first' && isDue);
  const ahead = moments.filter(moment => moment === 'now' || isAhead(moment));
  return ahead.map(moment => ({ moment, day: days[moment] }));
}

const nextDay = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The same on a day that is still to come, if it is published in time and nothing else happens. */
export function asOn<C extends { dates: ConsultationDates }>(consultation: C, on: OnDay, today: string) {
  const { moment, day } = on;
  if (moment === 'now') return consultation;
  const dates = { ...consultation.dates, publishedOn: consultation.dates.publishedOn ?? today };
  return { ...consultation, dates, state: consultationState(dates, day) };
}
