/** The routing of a survey in words: 'If you ticked ‘No’, go to question 7.' */
import { END, type Comparison, type Condition } from '../surveys/conditions.ts';
import { QUOTE } from '../surveys/kinds/kind.ts';
import type { Say } from '../words/catalogue.ts';
import type { Entry } from './entry-rules.ts';

/** `optionsOf` gives the words of a question's options, by their ids, as they stand on this paper. */
export type Ways = { entries: readonly Entry[]; optionsOf(entry: Entry): Map<string, string>; t: Say };

export function waysFrom(entry: Entry, ways: Ways): string[] {
  return entry.next.map(({ when, to }) =>
    ways.t('paper.way', { when: inWords(when, entry, ways), to: placeOf(to, ways) }),
  );
}

function placeOf(to: string, { entries, t }: Ways): string {
  const place = entries.find(each => each.part === (to === END ? QUOTE : to)) ?? entries.find(each => each.about);
  if (!place) return t('paper.way-end');
  return place.n === null ? t('paper.way-read', { words: place.question.ask }) : t('paper.way-to', { n: place.n });
}

function inWords(condition: Condition, here: Entry, ways: Ways): string {
  const { t } = ways;
  if ('not' in condition) {
    const { not } = condition;
    if ('anyOf' in not || 'allOf' in not) return comparisonInWords(not, here, ways, '-not');
    return t('paper.way-unless', { what: inWords(not, here, ways) });
  }
  const each = (list: Condition[]) => list.map(one => inWords(one, here, ways));
  if ('and' in condition) return each(condition.and).join(` ${t('paper.way-and')} `);
  if ('or' in condition) return each(condition.or).join(` ${t('paper.way-or')} `);
  return comparisonInWords(condition, here, ways, '');
}

function comparisonInWords(
  comparison: Comparison,
  here: Entry,
  { entries, optionsOf, t }: Ways,
  not: '' | '-not',
): string {
  const entry = entries.find(each => each.question.id === comparison.q);
  const n = entry?.n ?? 0;
  const isHere = comparison.q === here.question.id;
  if ('answered' in comparison) return t('paper.way-answered', { n });
  if ('atLeast' in comparison) return t('paper.way-least', { n, number: comparison.atLeast });
  if ('atMost' in comparison) return t('paper.way-most', { n, number: comparison.atMost });
  if ('onOrAfter' in comparison) return t('paper.way-after', { n, day: t.day(comparison.onOrAfter) });
  if ('onOrBefore' in comparison) return t('paper.way-before', { n, day: t.day(comparison.onOrBefore) });
  const [ids, and] = 'anyOf' in comparison ? [comparison.anyOf, 'or'] : [comparison.allOf, 'and'];
  const options = entry ? optionsOf(entry) : new Map<string, string>();
  const words = ids.map(id => `‘${options.get(id) ?? id}’`).join(` ${t(`paper.way-${and}`)} `);
  return isHere ? t(`paper.way-here${not}`, { words }) : t(`paper.way-there${not}`, { words, n });
}
