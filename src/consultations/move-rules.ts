import type { Consultation } from '../db/schema.ts';

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

/** What is wrong with moving one date to this ISO day; null when nothing is. */
export function wrongMove(dates: Dates, which: PromisedDate, to: string, today: string): string | null {
  const moved = { ...dates, [which]: to };
  const [opens, closes, outcome] = [moved.opens_on ?? '', moved.closes_on ?? '', moved.outcome_on ?? ''];
  if (to === dates[which]) return 'Choose another day: this is the one that is promised now.';
  if (to < today) return 'Choose a day that is still to come.';
  if (closes < opens) return 'It must close after it opens.';
  if (outcome <= closes) return 'What was decided can only be said after the close.';
  return null;
}
