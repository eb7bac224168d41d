import { bankHolidays } from '../calendar/bank-holidays.ts';
import { daysBetween, formatDay } from '../calendar/london.ts';
import { isWeekend } from '../calendar/usual-rules.ts';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts';
import { advice, at, type Finding, type Said } from '../words/checks/finding-rules.ts';

/** The fields of a plan's form that hold its dates. */
export const PLAN_DATES = ['opens_on', 'closes_on', 'outcome_on'] as const;

/** ISO days; '' or null where none was chosen. */
type Dates = Record<(typeof PLAN_DATES)[number], string | null>;
type Given = { today: string; calendar: WorkingCalendar };

/** A charter names no shortest time, so this is advice: who needs help, or other words, needs days to find them. */
export const FEWEST_DAYS = 14;

/** What may be a slip in the dates of a plan, under the names of its fields. It is asked, and stops nothing. */
export function dateFindings(dates: Dates, given: Given): Finding[] {
  const [opens, closes, outcome] = PLAN_DATES.map(name => dates[name] ?? '') as [string, string, string];
  return [
    ...at('opens_on', opens ? opening(opens, given) : []),
    ...at('closes_on', closes ? [...closing(closes, given), ...lasting(opens, closes)] : []),
    ...at('outcome_on', outcome ? dayOff(outcome, 'You say what was decided', given) : []),
  ];
}

const said = (day: string, wrong: string, todo: string): Said => advice('date', day, wrong, todo);

function opening(opens: string, { today }: Given): Said[] {
  if (opens >= today) return [];
  return [
    said(opens, `${formatDay(opens, today)} is past.`, 'Choose a day to come, or it opens as soon as you publish.'),
  ];
}

function closing(closes: string, given: Given): Said[] {
  if (closes >= given.today) return dayOff(closes, 'It closes', given);
  return [said(closes, `${formatDay(closes, given.today)} is past.`, 'Choose a day that is still to come.')];
}

/** A day on which nobody is at work. */
function dayOff(day: string, does: string, { today, calendar }: Given): Said[] {
  if (isWorkingDay(day, calendar)) return [];
  const next = formatDay(addWorkingDays(day, 1, calendar), today);
  const wrong = `${does} on ${named(day)}, when nobody is at work.`;
  return [said(day, wrong, `Choose a working day, such as ${next}, if you can.`)];
}

function named(day: string): string {
  const holiday = bankHolidays(Number(day.slice(0, 4))).find(each => each.date === day);
  if (holiday) return `a bank holiday (${holiday.name})`;
  const date = Temporal.PlainDate.from(day);
  return isWeekend(date) ? `a ${date.dayOfWeek === 6 ? 'Saturday' : 'Sunday'}` : 'a day on which you are closed';
}

/** The day of the opening and that of the close are both open. */
function lasting(opens: string, closes: string): Said[] {
  if (!opens) return [];
  if (closes < opens) return [said(closes, 'It closes before it opens.', 'Choose a later day.')];
  const days = daysBetween(opens, closes) + 1;
  if (days >= FEWEST_DAYS) return [];
  const wrong = `Families have ${days} ${days === 1 ? 'day' : 'days'} to answer.`;
  return [said(closes, wrong, `Give them at least ${FEWEST_DAYS}: many need help, or time to talk it over.`)];
}
