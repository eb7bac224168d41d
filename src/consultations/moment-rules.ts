import { addWorkingDays, type WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, type ConsultationDates } from '../charters/clocks.ts';
import { consultationState } from './state.ts';

/** The days on which families see something else than before; `late`: the first on which our reply is late. */
export const moments = ['now', 'before', 'first', 'last', 'after', 'late'] as const;
export type Moment = (typeof moments)[number];

type Given = { today: string; calendar: WorkingCalendar; days: number };

/** Those that are still to come, each once, with its ISO day; `now`, which is today, comes first. */
export function momentsAhead(dates: ConsultationDates, given: Given): { moment: Moment; day: string }[] {
  const { opensOn, closesOn, acknowledgedOn } = dates;
  const late = (): string => {
    const dueOn = acknowledgementDueOn(closesOn, given.calendar, given.days);
    return addWorkingDays(dueOn, 1, given.calendar);
  };
  const days: Record<Moment, string> = {
    now: given.today,
    before: opensOn && nextDay(opensOn, -1),
    first: opensOn,
    last: closesOn,
    after: closesOn && nextDay(closesOn, 1),
    late: closesOn && acknowledgedOn === null ? late() : '',
  };
  const ahead = moments.filter(moment => moment === 'now' || days[moment] > given.today);
  return ahead.map(moment => ({ moment, day: days[moment] }));
}

const nextDay = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** The same on a day that is still to come, if it is published in time and nothing else happens. */
export function asOn<C extends { dates: ConsultationDates }>(consultation: C, day: string, today: string) {
  if (day === today) return consultation;
  const dates = { ...consultation.dates, publishedOn: consultation.dates.publishedOn ?? today };
  return { ...consultation, dates, state: consultationState(dates, day) };
}
