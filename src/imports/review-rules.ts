/** What an officer sees of a file before anything is saved. */
import type { Definition } from '../surveys/definition.ts';
import { shortened, type Imported, type Left } from './import-rules.ts';
import { figuresOf, type Figure } from './list-rules.ts';

export type Review = {
  title: string;
  /** What is not carried over, by where it stood. */
  left: { where: string; parts: Left[] }[];
  lost: number;
  figures: Figure[];
  pages: number;
  first: string[];
  /** How many questions make room for these. */
  instead: number;
};

const FIRST = 5;

// Every file has a language; that it has one is no news.
const isOneLanguage = ({ of, found, came }: Figure): boolean => of === 'languages' && found === 1 && came === 1;

export function reviewOf(imported: Imported, current: Definition): Review {
  const { title, left, definition } = imported;
  return {
    title,
    left: [...Map.groupBy(left, each => each.where)].map(([where, parts]) => ({ where, parts })),
    lost: left.length,
    figures: figuresOf(imported).filter(each => !isOneLanguage(each)),
    pages: definition.questions.length,
    first: definition.questions.slice(0, FIRST).map(question => shortened(question.ask, 120)),
    instead: current.questions.length,
  };
}
