import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn } from '../charters/clocks.ts';
import type { Consultation } from '../db/schema.ts';
import { wrongOutcome } from './plan.ts';

/** The dates that are promised to the public. */
export const promisedDates = ['opens_on', 'closes_on', 'outcome_on'] as const;
export type PromisedDate = (typeof promisedDates)[number];

export const isPromised = (name: string): name is PromisedDate => (promisedDates as readonly string[]).includes(name);

type Dates = Pick<Consultation, PromisedDate>;

/** Which of them may still be moved: an opening before it opens, a close before it closes, a decision until it is told. */
export function movable({ opens_on, closes_on }: Dates, decided: boolean, today: string): PromisedDate[] {
  const may: Record<PromisedDate, boolean> = {
    opens_on: (opens_on ?? '') > today,
    closes_on: (closes_on ?? '') >= today,
    outcome_on: !decided,
  };
  return promisedDates.filter(name => may[name]);
}

/** `days`: the working days that the charter gives for the reply. */
export type MoveGiven = { today: string; calendar: WorkingCalendar; days: number };

/** What is wrong with moving one date to this ISO day; null when nothing is. */
export function wrongMove(
  dates: Dates,
  which: PromisedDate,
  to: string,
  { today, calendar, days }: MoveGiven,
): string | null {
  const moved = { ...dates, [which]: to };
  const [opens, closes, outcome] = [moved.opens_on ?? '', moved.closes_on ?? '', moved.outcome_on ?? ''];
  if (to === dates[which]) return 'Choose another day: this is the one that is promised now.';
  if (to < today) return 'Choose a day that is still to come.';
  if (closes < opens) return 'It must close after it opens.';
  if (which === 'opens_on') return null;
  const replyBy = acknowledgementDueOn(closes, calendar, days);
  return wrongOutcome({ closesOn: closes, outcomeOn: outcome, replyBy }, today);
}
