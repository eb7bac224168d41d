/** Questions whose words were changed while other editions still say the old ones. */
import type { Edition } from '../words/editions.ts';
import { compare, everyQuestion } from './compare.ts';
import type { Definition, Question } from './definition.ts';

export type Stale = { id: string; editions: Edition[] };

/** By question, in its order: the editions that were not changed along with its words, or with those of an answer. */
export function stillSayOldWords(before: Definition, after: Definition): Stale[] {
  const reworded = new Set(
    compare(before, after).flatMap(({ what, id }) => (what === 'reworded' || what === 'option-reworded' ? [id] : [])),
  );
  const was = new Map(everyQuestion(before).map(question => [question.id, question]));
  return everyQuestion(after)
    .filter(question => reworded.has(question.id))
    .map(question => ({ id: question.id, editions: unchanged(was.get(question.id), question) }))
    .filter(({ editions }) => editions.length > 0);
}

const unchanged = (was: Question | undefined, { editions = {} }: Question): Edition[] =>
  (Object.keys(editions) as Edition[]).filter(
    edition => edition !== 'plain' && JSON.stringify(was?.editions?.[edition]) === JSON.stringify(editions[edition]),
  );
