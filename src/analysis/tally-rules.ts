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

/** One cell of the counts. */
export interface TallyRow {
  question: string;
  option: string;
  dimension: string;
  value: string;
  count: number;
}

export type Tally = TallyRow & { consultation_id: string };

/** The option under which everybody who answered a question is counted; with question '', every response. */
export const ANSWERED = '*';

/** The option under which those who skipped it are counted, and the value of a fact that was not given. */
export const NOT_ANSWERED = '-';

/**
 * What a response puts into the tallies (sign 1) or takes out of them (-1): each of its cells over one dimension at a
 * time, never two. Definition and facts have to be those that it was counted with, so that taking out undoes putting in.
 */
export function deltasOf(definition: Definition, answers: Answers, facts: Facts, sign: 1 | -1): Delta[] {
  const cells = cellsOf(definition, answers);
  return cells.flatMap(([question, option]) =>
    dimensionsOf(facts).map(({ dimension, value }) => ({ question, option, dimension, value, change: sign })),
  );
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
 * becomes five: many that arrive together take little longer than one.
 */
export function sumCounted(list: readonly Counted[]): Delta[] {
  const sums = new Sums();
  for (const group of Map.groupBy(list, ({ facts }) => JSON.stringify(facts)).values()) {
    const sheet: Sheet = new Map();
    for (const { definition, answers, sign } of group) {
      for (const [question, option] of cellsOf(definition, answers)) bump(within(sheet, question), option, sign);
    }
    for (const place of group[0] ? dimensionsOf(group[0].facts) : []) sums.addAll(place, sheet);
  }
  return sums.inOrder();
}

/** Changes of many responses as one change a cell, without those that cancel out, in the order of the table's key (for locks). */
export function sumDeltas(list: readonly Delta[]): Delta[] {
  const sums = new Sums();
  for (const delta of list) sums.add(delta, delta.question, delta.option, delta.change);
  return sums.inOrder();
}

const dimensionsOf = (facts: Facts): Place[] => [
  { dimension: 'all', value: '' },
  { dimension: 'channel', value: facts.channel },
  { dimension: 'day', value: facts.day },
  ...(facts.flagged ? [{ dimension: 'flagged' as const, value: 'yes' }] : []),
  { dimension: 'version', value: facts.version },
  { dimension: 'who', value: facts.who ?? NOT_ANSWERED },
  ...(facts.about === undefined ? [] : [{ dimension: 'about' as const, value: facts.about ?? NOT_ANSWERED }]),
];

/** Question and option of each cell that these answers count in. */
function cellsOf(definition: Definition, answers: Answers): [question: string, option: string][] {
  const cells: [string, string][] = [['', ANSWERED]];
  for (const question of askedOf(definition, answers)) {
    for (const option of optionsOf(question, answers)) cells.push([question.id, option]);
  }
  return cells;
}

/** The questions that this person was asked: those on the path of their answers, and 'about you'. */
function askedOf(definition: Definition, answers: Answers): Question[] {
  const all = asked(definition);
  const steps = stepsOf(definition);
  if (!steps.some(step => step.next.length > 0)) return all;
  const path = new Set(pathOf(steps, answers).map(step => step.id));
  const about = definition.about?.questions ?? [];
  return all.filter(question => path.has(question.id) || about.includes(question));
}

function optionsOf(question: Question, answers: Answers): string[] {
  const kind = kindOf(question);
  if (kind.emptyOk) return [];
  const answer: Answer | null = (Object.hasOwn(answers, question.id) ? answers[question.id] : null) ?? null;
  return answer === null ? [NOT_ANSWERED] : [ANSWERED, ...kind.cells(question, answer)];
}

type Place = Pick<Delta, 'dimension' | 'value'>;

/** Changes by question and by option. */
type Sheet = Map<string, Map<string, number>>;

/** A sheet for each value of each dimension. */
class Sums {
  // Maps within maps: many times a second, and joining four parts to one key for every delta takes twice as long.
  readonly #sheets = new Map<Dimension, Map<string, Sheet>>();

  add({ dimension, value }: Place, question: string, option: string, change: number): void {
    bump(within(within(within(this.#sheets, dimension), value), question), option, change);
  }

  addAll({ dimension, value }: Place, sheet: Sheet): void {
    const mine = within(within(this.#sheets, dimension), value);
    for (const [question, options] of sheet) {
      const sums = within(mine, question);
      for (const [option, change] of options) bump(sums, option, change);
    }
  }

  inOrder(): Delta[] {
    const deltas: Delta[] = [];
    for (const [dimension, values] of sorted(this.#sheets))
      for (const [value, sheet] of sorted(values))
        for (const [question, options] of sorted(sheet))
          for (const [option, change] of sorted(options))
            if (change !== 0) deltas.push({ question, option, dimension, value, change });
    return deltas;
  }
}

const bump = (sums: Map<string, number>, option: string, change: number): void =>
  void sums.set(option, (sums.get(option) ?? 0) + change);

function within<K, V>(outer: Map<K, Map<string, V>>, key: K): Map<string, V> {
  let inner = outer.get(key);
  if (!inner) outer.set(key, (inner = new Map()));
  return inner;
}

const sorted = <K extends string, V>(map: Map<K, V>): [K, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
