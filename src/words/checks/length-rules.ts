/** How long sentences are, in every language, and how hard a text of English is to read. */
import type { Edition } from '../editions.ts';
import { isShortEdition, longestIn, longSentences, sentencesOf, wordsIn } from '../plain-rules.ts';
import { advice, block, opening, type Said } from './finding-rules.ts';

/** The most words that a sentence may have on average. */
export const meanIn = (edition: Edition): number => (isShortEdition(edition) ? 10 : 15);

// The average of one or two sentences says no more than their own lengths do.
const ENOUGH_SENTENCES = 3;

export function checkLengths(text: string, edition: Edition): Said[] {
  const most = longestIn(edition);
  const long = longSentences(text, edition).map(each =>
    advice(
      'long sentence',
      each,
      `“${opening(each)}” has ${wordsIn(each)} words.`,
      `Make two sentences of it: ${most} words at most.`,
    ),
  );
  const mean = meanLength(text);
  if (mean <= meanIn(edition)) return long;
  const wrong = `Its sentences have ${Math.round(mean)} words on average.`;
  return [...long, advice('mean length', text, wrong, `Shorten them: ${meanIn(edition)} words on average is plenty.`)];
}

function meanLength(text: string): number {
  const lengths = sentencesOf(text).map(wordsIn);
  const sum = lengths.reduce((total, each) => total + each, 0);
  return lengths.length < ENOUGH_SENTENCES ? 0 : sum / lengths.length;
}

const ENOUGH_WORDS = 100;
const WARN_ABOVE = 11;
const REASON_ABOVE = 13;

/** Says nothing of fewer than 100 words: the formula knows only averages. */
export function checkReadingAge(text: string): Said[] {
  if (wordsIn(text) < ENOUGH_WORDS) return [];
  const age = Math.round(readingAge(text));
  if (age <= WARN_ABOVE) return [];
  const level = age > REASON_ABOVE ? block : advice;
  const todo = 'Most people read happily what suits readers aged 9 to 11. Use shorter sentences and everyday words.';
  return [level('reading age', text, `Its words suit readers aged ${age} and over.`, todo)];
}

/**
 * The age at which children read such a text, for English: the Flesch-Kincaid grade (Kincaid and others, 'Derivation of
 * new readability formulas for Navy enlisted personnel', 1975), which counts years at school, and the five years before.
 */
export function readingAge(text: string): number {
  const words = text.split(/\s+/).filter(each => /[\p{L}\p{N}]/u.test(each));
  const syllables = words.reduce((total, word) => total + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentencesOf(text).length) + 11.8 * (syllables / words.length) - 15.59;
  return grade + 5;
}

/** As heard, near enough for an average: groups of vowels, without a silent end. */
function syllablesIn(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const heard = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, heard.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
