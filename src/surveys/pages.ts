/** The pages of a survey: one a question, and one for each item of several on one scale. */
import type { Definition } from './definition.ts';
import type { Rule } from './conditions.ts';
import type { EditionsWords } from './kinds/kind.ts';
import type { Items } from './kinds/items.ts';
import { kindOf, type Question } from './kinds/registry.ts';

/** `part` is the question of the definition that the page belongs to: where rules lead. */
export interface Page {
  id: string;
  part: string;
  question: Question;
  next: readonly Rule[];
}

/** The id under which an item's answer is kept: 'q5-a'. */
export const itemId = (question: string, item: string): string => `${question}-${item}`;

/** Every page in order. The rules of several items on one scale follow the last of them. */
export const pagesOf = ({ questions }: Pick<Definition, 'questions'>): Page[] =>
  questions.flatMap(question => {
    const parts = question.kind === 'items' ? itemsOf(question) : [question];
    return parts.map((each, at): Page => {
      const next = at === parts.length - 1 ? (question.next ?? []) : [];
      return { id: each.id, part: question.id, question: each, next };
    });
  });

function itemsOf(whole: Items): Question[] {
  const { id, ask, hint, required, important, points, faces, options } = whole;
  return options.map(item => ({
    id: itemId(id, item.id),
    kind: faces ? ('faces' as const) : ('agreement' as const),
    ask: itemAsk(ask, item.words),
    hint,
    required,
    important,
    points,
    editions: itemEditions(whole, item),
  }));
}

/** The group's name has to say the whole question, so the item stands in it. */
const itemAsk = (ask: string, item: string): string => `${ask} ${item}`.trim();

function itemEditions({ ask, editions = {} }: Items, item: { id: string; words: string }): EditionsWords {
  const all = Object.entries(editions).map(([edition, own]) => {
    const { options, ...rest } = own;
    return [edition, { ...rest, ask: itemAsk(own.ask || ask, options?.[item.id] || item.words) }] as const;
  });
  return Object.fromEntries(all);
}

const known = new WeakMap<Definition, Question[]>();

/** Every question that can hold an answer, 'about you' included. */
export function asked(definition: Definition): Question[] {
  const found = known.get(definition);
  if (found) return found;
  const pages = pagesOf(definition).map(page => page.question);
  const all = [...pages, ...(definition.about?.questions ?? [])].filter(question => !kindOf(question).emptyOk);
  known.set(definition, all);
  return all;
}
