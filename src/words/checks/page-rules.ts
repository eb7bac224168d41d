/** All checks of the words of one page, in one edition. */
import { languageOf, type Edition } from '../editions.ts';
import { unexplained } from '../plain-rules.ts';
import { at, block, type Finding, type Passage } from './finding-rules.ts';
import { checkJargon } from './jargon-rules.ts';
import { checkLengths, checkReadingAge } from './length-rules.ts';
import { checkStyle } from './style-rules.ts';

/** Short forms and words that the partnership's glossary explains, in small letters. */
export type Known = ReadonlySet<string>;

/** What the passages say stands on one page, so what one explains is explained to all. */
export function checkPage(passages: readonly Passage[], edition: Edition, known: Known): Finding[] {
  const written = passages.filter(each => each.text.trim() !== '');
  const lengths = written.flatMap(({ where, text }) => at(where, checkLengths(text, edition)));
  if (languageOf(edition) !== 'en') return lengths;
  const style = written.flatMap(({ where, text }) => at(where, [...checkStyle(text), ...checkJargon(text, known)]));
  return [...shortForms(written, known), ...lengths, ...style, ...readingAgeOf(written)];
}

const textOf = (passages: readonly Passage[]): string => passages.map(each => each.text).join('\n');

function shortForms(passages: readonly Passage[], known: Known): Finding[] {
  const forms = unexplained(textOf(passages)).filter(form => !known.has(form.toLowerCase()));
  return forms.flatMap(form => {
    const where = passages.find(each => unexplained(each.text).includes(form))?.where;
    const todo = 'Write it out, with the short form in brackets behind it, or explain it under ‘Words’.';
    return where === undefined ? [] : at(where, [block('short form', form, `“${form}” is not explained.`, todo)]);
  });
}

function readingAgeOf(passages: readonly Passage[]): Finding[] {
  const [longest] = passages.toSorted((a, b) => b.text.length - a.text.length);
  return longest ? at(longest.where, checkReadingAge(textOf(passages))) : [];
}
