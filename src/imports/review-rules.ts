/** What an officer sees of a file before anything is saved. */
import { asksWho } from '../surveys/at-end-rules.ts';
import { everyQuestion } from '../surveys/compare.ts';
import type { Definition, Translate } from '../surveys/definition.ts';
import { fateOf, type Fate } from './difference-rules.ts';
import type { Imported, Left } from './import-rules.ts';
import { figuresOf, type Figure } from './list-rules.ts';

export type Review = {
  title: string;
  /** What is not carried over, by where it stood. */
  left: { where: string; parts: Left[] }[];
  lost: number;
  figures: Figure[];
  fate: Fate;
  /** There are questions now, and some of them stay. */
  hasOwn: boolean;
  keepsOwn: boolean;
  /** Both ask who is answering, which is asked once. */
  isTwice: boolean;
};

// Every file has a language; that it has one is no news.
const isOneLanguage = ({ of, found, came }: Figure): boolean => of === 'languages' && found === 1 && came === 1;

export function reviewOf(imported: Imported, current: Definition, t: Translate): Review {
  const { title, left, definition } = imported;
  const fate = fateOf(current, definition, t);
  return {
    title,
    left: [...Map.groupBy(left, each => each.where)].map(([where, parts]) => ({ where, parts })),
    lost: left.length,
    figures: figuresOf(imported).filter(each => !isOneLanguage(each)),
    fate,
    hasOwn: everyQuestion(current).length > 0,
    keepsOwn: fate.changed.length + fate.stay.length > 0,
    isTwice: asksWho(current) && asksWho(definition),
  };
}
