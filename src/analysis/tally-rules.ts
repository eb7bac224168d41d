/** What one response adds to the counts, so that no page ever counts responses. */
import type { Definition } from '../surveys/definition.ts';
import type { Answer, Answers } from '../surveys/kinds/kind.ts';
import { kindOf, type Question } from '../surveys/kinds/registry.ts';

/** What a response is counted by. `day` is the day in Europe/London on which it was sent. */
export interface Facts {
  day: string;
  channel: string;
  who: string | null;
  version: number | string;
}

export type Dimension = 'all' | 'day' | 'channel' | 'who' | 'version';

export interface Delta {
  question: string;
  option: string;
  dimension: Dimension;
  value: string;
  change: number;
}

/** The option under which everybody who answered a question is counted; with question '', every response. */
export const ANSWERED = '*';

/** The option under which those who skipped it are counted, and the value of a fact that was not given. */
export const NOT_ANSWERED = '-';

/**
 * What a response puts into the tallies (sign 1) or takes out of them (-1): each of its cells over one dimension at a
 * time, never two. Definition and facts have to be those that it was counted with, so that taking out undoes putting in.
 */
export function deltasOf(definition: Definition, answers: Answers, facts: Facts, sign: 1 | -1): Delta[] {
  const dimensions = dimensionsOf(facts);
  const cells = definition.questions.flatMap(question => cellsOf(question, answers));
  return [{ question: '', option: ANSWERED }, ...cells].flatMap(({ question, option }) =>
    dimensions.map(({ dimension, value }) => ({ question, option, dimension, value, change: sign })),
  );
}

const dimensionsOf = (facts: Facts): { dimension: Dimension; value: string }[] => [
  { dimension: 'all', value: '' },
  { dimension: 'channel', value: facts.channel },
  { dimension: 'day', value: facts.day },
  { dimension: 'version', value: String(facts.version) },
  { dimension: 'who', value: facts.who ?? NOT_ANSWERED },
];

function cellsOf(question: Question, answers: Answers): { question: string; option: string }[] {
  const kind = kindOf(question);
  if (kind.emptyOk) return [];
  const answer: Answer | null = (Object.hasOwn(answers, question.id) ? answers[question.id] : null) ?? null;
  const options = answer === null ? [NOT_ANSWERED] : [ANSWERED, ...kind.cells(question, answer)];
  return options.map(option => ({ question: question.id, option }));
}

/** Changes of many responses as one change a cell, without those that cancel out, in the order of the table's key (for locks). */
export function sumDeltas(list: Delta[]): Delta[] {
  const sums = new Map<string, Delta>();
  for (const delta of list) {
    const key = keyOf(delta);
    const sum = sums.get(key);
    if (sum) sum.change += delta.change;
    else sums.set(key, { ...delta });
  }
  return [...sums]
    .filter(([, { change }]) => change !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}

// NUL stands below every character of an id or a date, so keys sort as their parts do.
const keyOf = ({ question, option, dimension, value }: Delta): string =>
  `${question}\0${option}\0${dimension}\0${value}`;
