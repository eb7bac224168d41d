/** What becomes of the questions of a survey when a file is used. */
import { changesInWords, inOneLine } from '../surveys/change-rules.ts';
import { everyQuestion } from '../surveys/compare.ts';
import {
  parseDefinition,
  type AboutYou,
  type Definition,
  type Question,
  type Translate,
} from '../surveys/definition.ts';
import { titleOf } from '../surveys/number-rules.ts';
import { withoutDangling } from '../surveys/routing.ts';
import { FileRefused, shortened } from './import-rules.ts';

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

export const asksWho = ({ questions }: Definition): boolean => questions.some(each => each.kind === 'who-is-answering');

/**
 * The survey with the questions of a file that are not in it at its end; those that it has stay as they are. Who is
 * answering is asked once, so a second one is left out. Throws FileRefused where that makes no survey.
 */
export function withAtEnd(current: Definition, brought: Definition): Definition {
  const known = new Set(everyQuestion(current).map(each => each.id));
  const isOnce = asksWho(current);
  const isNew = ({ id, kind }: Question) => !known.has(id) && !(isOnce && kind === 'who-is-answering');
  const about = brought.about?.questions.filter(isNew) ?? [];
  const whole: Definition = { ...current, questions: [...current.questions, ...brought.questions.filter(isNew)] };
  if (about.length > 0)
    whole.about = withMore(current.about ?? { why: brought.about?.why ?? '', questions: [] }, about);
  const parsed = parseDefinition(JSON.stringify(withoutDangling(whole).definition));
  if (!parsed.ok) throw new FileRefused(...parsed.errors.map(error => error.message));
  return parsed.definition;
}

const withMore = (about: AboutYou, more: Question[]): AboutYou => ({
  ...about,
  questions: [...about.questions, ...more],
});
