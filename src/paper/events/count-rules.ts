/** Counts from events: dots on a board, hands in a room. A dot is not a person, so they never join the answers. */
import { BREAKDOWN_THRESHOLD, safeQuestion } from '../../analysis/disclosure.ts';
import type { EventCount } from '../../db/schema.ts';
import type { Question } from '../../surveys/definition.ts';
import { choiceWords, type Translate } from '../../surveys/kinds/kind.ts';
import { controlOf, kindOf } from '../../surveys/kinds/registry.ts';

/** A question whose options can stand on a board. */
export type Countable = { id: string; ask: string; options: { id: string; words: string }[] };

export const countable = (questions: readonly Question[], t: Translate): Countable[] =>
  questions
    .filter(question => ['radios', 'checkboxes', 'selects'].includes(controlOf(question)))
    .map(question => ({
      id: question.id,
      ask: question.ask,
      options: kindOf(question)
        .tallyOptions(question)
        .map(choice => ({ id: choice.id, words: choiceWords(choice, t) })),
    }));

type Typed = Readonly<Record<string, string[] | undefined>>;

export const fieldOf = (question: string, option: string): string => `n-${question}-${option}`;

const MOST = 100_000;

/** The numbers that were typed, and what is wrong with them, by field. Nothing typed is nothing counted. */
export function readCounts(questions: readonly Countable[], eventId: string, typed: Typed) {
  const counts: EventCount[] = [];
  const errors: Record<string, string> = {};
  for (const { id: question, options } of questions) {
    for (const { id: option, words } of options) {
      const field = fieldOf(question, option);
      const text = typed[field]?.[0]?.trim() ?? '';
      if (text === '') continue;
      if (/^\d{1,6}$/.test(text) && Number(text) <= MOST)
        counts.push({ event_id: eventId, question, option, count: Number(text) });
      else errors[field] = `${words}: enter a whole number, such as 12.`;
    }
  }
  const [first] = questions;
  const none = Object.keys(errors).length === 0 && !counts.some(({ count }) => count > 0);
  if (none && first) errors[fieldOf(first.id, first.options[0]?.id ?? '')] = 'Enter at least one count.';
  return { counts, errors };
}

/** What was counted for one question, all events together. */
export type EventFigure = {
  ask: string;
  total: number;
  events: number;
  rows: { label: string; count: number; share: number }[];
};

/** For the team: everything. */
export const figuresOf = (questions: readonly Countable[], counts: readonly EventCount[]): EventFigure[] =>
  questions.flatMap(question => {
    const own = counts.filter(each => each.question === question.id);
    const total = own.reduce((sum, each) => sum + each.count, 0);
    if (total === 0) return [];
    const rows = question.options.map(({ id, words }) => {
      const count = own.filter(each => each.option === id).reduce((sum, each) => sum + each.count, 0);
      return { label: words, count, share: count / total };
    });
    return { ask: question.ask, total, events: new Set(own.map(each => each.event_id)).size, rows };
  });

/**
 * Outside the team: only what an event alone may show, or the sum before and after it would show it: ten dots or more,
 * and five or more at each option.
 */
export function safeCounts(questions: readonly Countable[], counts: readonly EventCount[]): EventCount[] {
  const byEvent = Map.groupBy(counts, each => each.event_id);
  return [...byEvent.values()].flatMap(list =>
    questions.flatMap(({ id, options }) => {
      const own = list.filter(each => each.question === id);
      const total = own.reduce((sum, each) => sum + each.count, 0);
      const cells = options.map(option => ({
        id: option.id,
        count: own.find(each => each.option === option.id)?.count ?? 0,
      }));
      return total >= BREAKDOWN_THRESHOLD && safeQuestion(cells, total, total).shown ? own : [];
    }),
  );
}
