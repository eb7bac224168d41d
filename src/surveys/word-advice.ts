/** What an officer is told of the words of a question: advice, with what to do about it. Nothing is refused for it. */
import type { Say } from '../words/catalogue.ts';
import { nameOf } from '../words/edition-names.ts';
import { languageOf, type Edition } from '../words/editions.ts';
import { longestIn, longSentences, unexplained, wordsIn } from '../words/plain-rules.ts';
import type { Question } from './definition.ts';
import type { EditionWords } from './kinds/kind.ts';

/** A sentence for each long sentence and each short form that nobody explains, in the original and in each edition. */
export function wordAdvice(question: Question, say: Say): string[] {
  const others = Object.entries(question.editions ?? {}) as [Edition, EditionWords][];
  return [
    ...adviceOn(wordsOf(question), 'plain'),
    ...others.flatMap(([edition, own]) =>
      adviceOn(wordsOf(own), edition).map(each => `In ‘${nameOf(edition, say)}’: ${each}`),
    ),
  ];
}

/** Each on a line of its own: they stand on one page, so what one explains is explained to all. */
function wordsOf(said: Question | EditionWords): string {
  const { ask = '', hint = '', body = '', options = [], points = [] } = said as EditionWords & { options?: unknown };
  const offered = Object.values(options).map(each =>
    typeof each === 'string' ? each : (each as { words?: string }).words,
  );
  return [ask, hint, body, ...offered, ...points].filter(each => typeof each === 'string').join('\n');
}

function adviceOn(text: string, edition: Edition): string[] {
  const most = longestIn(edition);
  const long = longSentences(text, edition).map(
    each => `“${opening(each)} …” has ${wordsIn(each)} words. Make two sentences of it: ${most} words at most.`,
  );
  // Short forms of other languages are not ours to judge.
  const forms = languageOf(edition) === 'en' ? unexplained(text) : [];
  return [
    ...long,
    ...forms.map(form => `“${form}” is not explained. Write it out, with the short form in brackets behind it.`),
  ];
}

const opening = (sentence: string): string => sentence.split(/\s+/).slice(0, 5).join(' ');
