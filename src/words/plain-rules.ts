/** Plain English that can be checked: how long a sentence is, and whether each short form is explained where it stands. */
import type { Edition } from './editions.ts';

/** Easy Read and children's words have shorter sentences. */
export const isShortEdition = (edition: Edition): boolean => edition === 'easy' || edition === 'child';

/** The most words that a sentence may have. */
export const longestIn = (edition: Edition): number => (isShortEdition(edition) ? 15 : 25);

const END_OF_SENTENCE = /(?<=[.?!:;؟۔])[’”"')\]]*\s+|\n+/;

export const sentencesOf = (text: string): string[] =>
  text
    .split(END_OF_SENTENCE)
    .map(each => each.trim())
    .filter(each => each !== '');

/** A sentence's words, as anybody would count them: '9 to 11' are three, a dash is none. */
export const wordsIn = (sentence: string): number =>
  sentence.split(/\s+/).filter(each => /[\p{L}\p{N}]/u.test(each)).length;

export const longSentences = (text: string, edition: Edition): string[] =>
  sentencesOf(text).filter(each => wordsIn(each) > longestIn(edition));

/** Short forms that nobody has to be told, and a grade. */
const KNOWN = new Set(['AA', 'CD', 'DVD', 'GP', 'ID', 'MP', 'NHS', 'OK', 'PC', 'PDF', 'QR', 'SMS', 'TV', 'UK', 'USB']);

// Two capitals at least, as 'SEND', 'EHC', 'SENCOs' and 'EHCPs'.
const SHORT_FORM = /(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}&]+(?:s|’s)?(?![\p{L}\p{N}])/gu;

/** Each short form of a text once, in order, without a plural's 's'. */
export const shortFormsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(SHORT_FORM)].map(([form]) => form.replace(/(s|’s)$/, ''))),
];

/**
 * The short forms of a text that it does not explain: in brackets behind the words that they stand for, or with those
 * words in brackets behind them, or in so many words: ‘SEND means …’.
 */
export const unexplained = (text: string): string[] =>
  shortFormsIn(text).filter(form => !KNOWN.has(form) && !explains(text, form));

export function explains(text: string, form: string): boolean {
  const own = RegExp.escape(form);
  const beside = new RegExp(
    `\\b${own}s?\\s*(?:\\(\\p{Ll}[^)]{5,}\\)|(?:means|stands for|is short for) \\p{L}{2})`,
    'iu',
  );
  return text.includes(`(${form})`) || beside.test(text);
}
