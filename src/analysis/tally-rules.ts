/** What one response adds to the counts, so that no page ever counts responses. */
import type { Definition } from '../surveys/definition.ts';
import type { Edition } from '../words/editions.ts';
import type { Answer, Answers } from '../surveys/kinds/kind.ts';
import { kindOf, type Question } from '../surveys/kinds/registry.ts';
import { asked } from '../surveys/pages.ts';
import { stepsOf } from '../surveys/answers.ts';
import { pathOf } from '../surveys/steps.ts';

/**
 * What a response is counted by. `day` is the day in Europe/London on which it was sent, `version` the edition that was
 * read, `about` the answer to the one question 'about you' that the survey names; undefined where it names none.
 */
export interface Facts {
  day: string;
  channel: string;
  who: string | null;
  version: Edition;
  about?: string | null;
  /** It looks unusual, for whatever reason: counted once more, so that all can be shown with and without. */
  flagged?: boolean;
}

export type Dimension = 'all' | 'day' | 'channel' | 'who' | 'version' | 'about' | 'flagged';

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
  return overDimensions(cellsIn(definition, answers, sign), facts);
}

/** A response as it is counted. */
export interface Counted {
  definition: Definition;
  answers: Answers;
  facts: Facts;
  sign: 1 | -1;
}

/**
 * The same as `sumDeltas` of the deltas of all these. Those whose facts are alike are summed before each of their cells
 * becomes five: many that arrive together are counted in a third of the time.
 */
export function sumCounted(list: readonly Counted[]): Delta[] {
  const alike = Map.groupBy(list, ({ facts }) => JSON.stringify(dimensionsOf(facts)));
  const deltas = [...alike.values()].flatMap(group => {
    const cells = group.flatMap(({ definition, answers, sign }) => cellsIn(definition, answers, sign));
    return group[0] ? overDimensions(sumDeltas(cells), group[0].facts) : [];
  });
  return sumDeltas(deltas);
}

const cellsIn = (definition: Definition, answers: Answers, sign: 1 | -1): Delta[] => {
  const cells = askedOf(definition, answers).flatMap(question => cellsOf(question, answers));
  return [{ question: '', option: ANSWERED }, ...cells].map(({ question, option }) => ({
    question,
    option,
    dimension: 'all',
    value: '',
    change: sign,
  }));
};

/** The questions that this person was asked: those on the path of their answers, and 'about you'. */
function askedOf(definition: Definition, answers: Answers): Question[] {
  const all = asked(definition);
  const steps = stepsOf(definition);
  if (!steps.some(step => step.next.length > 0)) return all;
  const path = new Set(pathOf(steps, answers).map(step => step.id));
  const about = definition.about?.questions ?? [];
  return all.filter(question => path.has(question.id) || about.includes(question));
}

function overDimensions(cells: readonly Delta[], facts: Facts): Delta[] {
  const dimensions = dimensionsOf(facts);
  return cells.flatMap(({ question, option, change }) =>
    dimensions.map(({ dimension, value }) => ({ question, option, dimension, value, change })),
  );
}

const dimensionsOf = (facts: Facts): { dimension: Dimension; value: string }[] => [
  { dimension: 'all', value: '' },
  { dimension: 'channel', value: facts.channel },
  { dimension: 'day', value: facts.day },
  ...(facts.flagged ? [{ dimension: 'flagged' as const, value: 'yes' }] : []),
  { dimension: 'version', value: facts.version },
  { dimension: 'who', value: facts.who ?? NOT_ANSWERED },
  ...(facts.about === undefined ? [] : [{ dimension: 'about' as const, value: facts.about ?? NOT_ANSWERED }]),
];

function cellsOf(question: Question, answers: Answers): { question: string; option: string }[] {
  const kind = kindOf(question);
  if (kind.emptyOk) return [];
  const answer: Answer | null = (Object.hasOwn(answers, question.id) ? answers[question.id] : null) ?? null;
  const options = answer === null ? [NOT_ANSWERED] : [ANSWERED, ...kind.cells(question, answer)];
  return options.map(option => ({ question: question.id, option }));
}

/** Changes of many responses as one change a cell, without those that cancel out, in the order of the table's key (for locks). */
export function sumDeltas(list: readonly Delta[]): Delta[] {
  const places: Nested = new Map();
  for (const delta of list) {
    const place = placeOf(places, delta);
    const sum = place.get(delta.option);
    if (sum) sum.change += delta.change;
    else place.set(delta.option, { ...delta });
  }
  const sums = inOrder(places).flatMap(inOrder).flatMap(inOrder).flatMap(inOrder);
  return sums.filter(({ change }) => change !== 0);
}

// Maps within maps: many times a second, and joining four parts to one key for every delta takes twice as long.
type Nested = Map<string, Map<string, Map<string, Map<string, Delta>>>>;

function placeOf(places: Nested, { dimension, value, question }: Delta): Map<string, Delta> {
  return within(within(within(places, dimension), value), question);
}

function within<K, V>(outer: Map<string, Map<K, V>>, key: string): Map<K, V> {
  let inner = outer.get(key);
  if (!inner) outer.set(key, (inner = new Map()));
  return inner;
}

const inOrder = <T>(map: Map<string, T>): T[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
