import type { Rule } from '../surveys/conditions.ts';
import type { Definition, Question } from '../surveys/definition.ts';
import type { Translate } from '../surveys/kinds/kind.ts';
import { kindOf } from '../surveys/kinds/registry.ts';
import { numbersOf } from '../surveys/number-rules.ts';
import { journey } from '../surveys/steps.ts';

/** One entry of a paper, and of the page on which it is typed in. `n` is its number; null for what is only read. */
export type Entry = {
  n: number | null;
  question: Question;
  /** The question of the definition that it belongs to: where rules lead. */
  part: string;
  next: readonly Rule[];
  /** Belongs to 'about you', which on paper stands at the end. */
  about: boolean;
};

/** Everything that is printed of a survey, in order: its pages, and 'about you' after them. */
export function entriesOf(definition: Definition, t: Translate): Entry[] {
  const pages = journey(definition, t).map(({ question, part, next }) => ({ question, part, next, about: false }));
  const about = (definition.about?.questions ?? []).map(question => ({
    question,
    part: question.id,
    next: [],
    about: true,
  }));
  const numbers = numbersOf(definition);
  let last = numbers.size;
  const numberOf = ({ id }: Question) => numbers.get(id) ?? ++last;
  return [...pages, ...about].map(entry => ({
    ...entry,
    n: kindOf(entry.question).emptyOk ? null : numberOf(entry.question),
  }));
}
