/** What counts as the same word, and which words are short forms. */
import { shortFormsIn } from '../words/plain-rules.ts';

const keyOf = (term: string): string => term.trim().toLowerCase();

export const isSame = (one: string, other: string): boolean => keyOf(one) === keyOf(other);

/** Whether it is, or holds, a short form such as 'SEND' or 'EHC plan'. */
export const isShortForm = (term: string): boolean => shortFormsIn(term).length > 0;

/** What a glossary explains, as the checks of words ask for it: its terms, and the short forms inside them. */
export const knownOf = (glossary: readonly { term: string }[]): ReadonlySet<string> =>
  new Set(glossary.flatMap(({ term }) => [term, ...shortFormsIn(term)]).map(keyOf));
