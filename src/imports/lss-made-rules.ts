/** What a question of LimeSurvey becomes: pages of ours, how they are asked about, and what finds no place. */
import type { Question } from '../surveys/definition.ts';
import type { Lost } from './import-rules.ts';
import type { LssQuestion } from './lss-survey-rules.ts';
import type { Tongues } from './said-rules.ts';

/** How an answer of theirs is asked about in ours. `codes`: their code of an answer, our id of it. */
export type Reference =
  | { kind: 'choice'; q: string; codes: ReadonlyMap<string, string> }
  | { kind: 'tick'; q: string; option: string }
  | { kind: 'ticks'; q: string; codes: ReadonlyMap<string, string> }
  | { kind: 'number' | 'date' | 'words'; q: string };

export type Made = {
  questions: Question[];
  /** By the end of their name: '' for the question itself, '_A' for its line A. */
  references: Map<string, Reference>;
  left: Lost[];
};

/** Gives the next id of a question. */
export type NextId = () => string;

export type Kit = { tongues: Tongues; nextId: NextId };

export type Build = (question: LssQuestion, kit: Kit) => Made;

/** Several as one. */
export function together(list: readonly Made[]): Made {
  return {
    questions: list.flatMap(each => each.questions),
    references: new Map(list.flatMap(each => [...each.references])),
    left: onlyOnce(list.flatMap(each => each.left)),
  };
}

/** Pages that were one question say the same of it. */
const onlyOnce = (list: readonly Lost[]): Lost[] => [...new Map(list.map(each => [each.what, each])).values()];

export const noted = (made: Made, ...left: Lost[]): Made => ({ ...made, left: [...made.left, ...left] });
