/** What becomes of the questions of a survey when a file is used. */
import { changesInWords, inOneLine } from '../surveys/change-rules.ts';
import { everyQuestion } from '../surveys/compare.ts';
import type { Definition, Question, Translate } from '../surveys/definition.ts';
import { titleOf } from '../surveys/number-rules.ts';
import { shortened } from './import-rules.ts';

/** A question as the list names it: its number or place, its words, and what there is to say of it. */
export type Named = { place: string; ask: string; notes: string[] };

export type Fate = {
  fresh: Named[];
  changed: Named[];
  stay: Named[];
  gone: Named[];
  /** What changes of the survey as a whole. */
  whole: string[];
};

const LONGEST = 120;

/** Replacing `current` by `brought`: what is new, changed, stays and goes. */
export function fateOf(current: Definition, brought: Definition, t: Translate): Fate {
  const [was, is] = [everyQuestion(current), everyQuestion(brought)];
  const changes = changesInWords(current, brought, t);
  const isIn = (list: readonly Question[], { id }: Question) => list.some(each => each.id === id);
  const notes = ({ id }: Question) => changes.filter(each => each.id === id).map(each => inOneLine(brought, each));
  const both = is.filter(each => isIn(was, each)).map(each => named(brought, each, notes(each)));
  return {
    fresh: is.filter(each => !isIn(was, each)).map(each => named(brought, each)),
    changed: both.filter(each => each.notes.length > 0),
    stay: both.filter(each => each.notes.length === 0),
    gone: was.filter(each => !isIn(is, each)).map(each => named(current, each, alsoGone(each))),
    whole: changes.filter(each => each.id === null).map(each => each.words),
  };
}

const named = (definition: Definition, { id, ask }: Question, notes: string[] = []): Named => {
  const place = titleOf(definition, id);
  return { place, ask: place.includes(ask) ? '' : shortened(ask, LONGEST), notes };
};

/** What goes with a question. */
function alsoGone({ next = [], editions = {} }: Question): string[] {
  const rules = next.length === 0 ? '' : next.length === 1 ? 'its rule' : 'its rules';
  const words = Object.keys(editions).length > 0 ? 'what it says in other editions' : '';
  const also = [rules, words].filter(Boolean).join(' and ');
  return also === '' ? [] : [`With ${also}.`];
}
