/** What two people typed differently of one paper, in words. */
import { printable } from '../../surveys/offered-editions.ts';
import { describeAnswer } from '../../surveys/kinds/registry.ts';
import type { Say } from '../../words/catalogue.ts';
import type { Entry } from '../entry-rules.ts';
import type { Typing } from './check-rules.ts';
import { channelNames } from './form-rules.ts';
import type { Paper } from './load-paper.ts';
import type { Standing } from './standing.ts';
import { firstTyping } from './type-again.ts';

export const labelOf = ({ n, question }: Entry): string => `${n ?? ''}. ${question.ask}`;

export const wordsOf = ({ question }: Entry, typing: Typing, say: Say): string =>
  typing.unreadable.includes(question.id)
    ? 'Could not read it'
    : describeAnswer(question, typing.answers[question.id] ?? null, say);

/** A row of a summary list. */
export type Clash = { key: string; value: string[] };

/** Everything on which the saved paper and what was typed now differ, how it came included. */
export function clashesOf({ version, entries }: Paper, saved: Standing, typed: Standing, say: Say): Clash[] {
  const editions = printable(version.definition, say);
  const [before, now] = [saved, typed].map((paper): [string, string][] => {
    const typing = firstTyping(paper);
    return [
      ['How it came', (channelNames as Record<string, string>)[paper.channel] ?? paper.channel],
      ['The day it came', say.day(paper.day)],
      ['Edition', editions.find(each => each.value === paper.edition)?.label ?? paper.edition],
      ...entries.map((entry): [string, string] => [labelOf(entry), wordsOf(entry, typing, say)]),
    ];
  });
  return (before ?? []).flatMap(([key, was], at) => {
    const is = now?.[at]?.[1] ?? '';
    return was === is ? [] : [{ key, value: [`Saved: ${was}`, `You typed: ${is}`] }];
  });
}
