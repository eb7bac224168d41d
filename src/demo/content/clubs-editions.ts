import type { Definition, Question } from '../../surveys/definition.ts';
import type { EditionWords, EditionsWords } from '../../surveys/kinds/kind.ts';
import { childWords, easyWords } from './clubs-plain.ts';
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

const start: NonNullable<Definition['editions']> = {
  easy: {
    title: 'Clubs after school',
    intro: 'This is the Easy Read survey.\n\nIt asks about clubs. A club is a place to do something fun after school.',
  },
  child: {
    title: 'Your club, your ideas',
    intro:
      'We want to know what you think about clubs.\n\nAsk a grown-up you trust if a word is hard or a question upsets you.',
  },
  cy: { title: 'Clybiau ar ôl ysgol: beth fyddai’n hwyl?' },
  pl: { title: 'Zajęcia po szkole: co byłoby fajne?' },
  ur: { title: 'اسکول کے بعد کلب: کس میں مزہ آئے گا؟' },
};

const editionsOf = (id: string): EditionsWords =>
  Object.fromEntries(Object.entries(all).flatMap(([edition, words]) => (words[id] ? [[edition, words[id]]] : [])));

export const inEditions = {
  start,
  /** The questions, each with what every edition says. */
  questions: (list: Question[]): Question[] =>
    list.map(question => ({ ...question, editions: editionsOf(question.id) })),
};
