/** Why an answer may be set aside. That somebody disagrees, or is angry, is none of these. */
export const whys = ['again', 'program', 'test', 'abuse'] as const;
export type Why = (typeof whys)[number];

export const whyLabels: Record<Why, string> = {
  again: 'The same person sent it more than once',
  program: 'A program sent it, not a person',
  test: 'It is a test of the survey, not an answer',
  abuse: 'It is abuse, and says nothing about the questions',
};

/** What everybody may know of the answers that are set aside. */
export type SetAsideFigure = { n: number; whys: Why[] };

export const isWhy = (word: string): word is Why => (whys as readonly string[]).includes(word);

const LEAST = 5;

/**
 * How many are set aside and for which reasons, as the public may read it; null while they are too few to say. `shown`
 * is what stands elsewhere already: it stays until it has moved by enough, or the two would tell of a few.
 */
export function publicSetAside(list: readonly string[], shown: SetAsideFigure | null = null): SetAsideFigure | null {
  if (shown && Math.abs(list.length - shown.n) < LEAST) return shown;
  return list.length < LEAST ? null : { n: list.length, whys: whys.filter(why => list.includes(why)) };
}

/** How many people count, as the public may read it beside the number that the board shows (null: none). */
export const publicPeople = (counted: number, shown: number | null): number =>
  shown !== null && Math.abs(counted - shown) < LEAST ? shown : counted;

const because: Record<Why, string> = {
  again: 'the same person had sent them more than once',
  program: 'a program had sent them',
  test: 'they were tests',
  abuse: 'they were abuse and said nothing about the questions',
};

/** The same as sentences; '' for nothing to say. */
export function setAsideWords(figure: SetAsideFigure | null): string {
  if (!figure) return '';
  const reasons = figure.whys.map(why => because[why]).join(', or ');
  return `${figure.n} more answers are set aside, because ${reasons}. Two people agreed on each of them.`;
}
