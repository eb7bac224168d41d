import type { Question } from '../../surveys/definition.ts';
import type { EditionWords, EditionsWords } from '../../surveys/kinds/kind.ts';
import { childWords, easyWords } from './clubs-plain.ts';
import { start } from './clubs-start.ts';
import { polishWords, urduWords, welshWords } from './clubs-languages.ts';

/** What one edition says, by question. */
export type Words = Record<string, EditionWords>;

const all: Record<'easy' | 'child' | 'cy' | 'pl' | 'ur', Words> = {
  easy: easyWords,
  child: childWords,
  cy: welshWords,
  pl: polishWords,
  ur: urduWords,
};

const editionsOf = (id: string): EditionsWords =>
  Object.fromEntries(Object.entries(all).flatMap(([edition, words]) => (words[id] ? [[edition, words[id]]] : [])));

export const inEditions = {
  start,
  /** The questions, each with what every edition says. */
  questions: (list: Question[]): Question[] =>
    list.map(question => ({ ...question, editions: editionsOf(question.id) })),
};
