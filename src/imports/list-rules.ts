/** What an import says of itself, for pages and for the terminal. */
import type { Counts, Imported, Left } from './import-rules.ts';

/** One line of the list: 'Question 3: the box to write in. Add a question …' */
export const lineOf = ({ where, what, todo }: Left): string => `${where}: ${what}. ${todo}`;

export type Figure = { of: keyof Counts; name: string; found: number; came: number };

const NAMES: Record<keyof Counts, string> = {
  groups: 'Groups of questions',
  questions: 'Questions',
  options: 'Answers to choose, and things asked about on one scale',
  languages: 'Languages and other editions',
  conditions: 'Rules that skip questions',
};

/** What was found and what came of it, without what the file has none of. */
export const figuresOf = ({ found, came }: Imported): Figure[] =>
  (Object.keys(NAMES) as (keyof Counts)[])
    .filter(name => found[name] > 0)
    .map(of => ({ of, name: NAMES[of], found: found[of], came: came[of] }));

/** 'Questions: 57 found, 56 came, 1 did not' */
export function figureLine({ name, found, came }: Omit<Figure, 'of'>): string {
  return `${name}: ${found} found, ${came === found ? 'all came' : `${came} came, ${found - came} did not`}`;
}
