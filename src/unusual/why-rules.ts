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

/** How many are set aside and for which reasons, as the public may read it; null while they are too few to say. */
export function publicSetAside(list: readonly string[]): SetAsideFigure | null {
  return list.length < LEAST ? null : { n: list.length, whys: whys.filter(why => list.includes(why)) };
}

/**
 * How many people the public reads of, where so many count and those are set aside. A few who are set aside stay in that
 * number: they did answer, and a number beside an older one would tell of them.
 */
export const publicPeople = (counted: number, setAside: number): number => counted + (setAside < LEAST ? setAside : 0);
