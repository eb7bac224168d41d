/** Questions whose words were changed while other editions still say the old ones. */
import type { Edition } from '../words/editions.ts';
import { compare, everyQuestion } from './compare.ts';
import type { Definition, Question } from './definition.ts';
import { isOlder } from './edition-texts-rules.ts';
import type { EditionWords } from './kinds/kind.ts';

export type Stale = { id: string; editions: Edition[] };

/**
 * By question, in its order: the editions that still say what its words, or those of an answer, were before. Words that
 * tell what they were written for are held to that; others to the version that families answer, where there is one.
 */
export function stillSayOldWords(live: Definition | undefined, after: Definition): Stale[] {
  const differences = live ? compare(live, after) : [];
  const reworded = new Set(
    differences.flatMap(({ what, id }) => (what === 'reworded' || what === 'option-reworded' ? [id] : [])),
  );
  const was = new Map((live ? everyQuestion(live) : []).map(question => [question.id, question]));
  return everyQuestion(after)
    .map(question => {
      const before = reworded.has(question.id) ? was.get(question.id) : undefined;
      return { id: question.id, editions: olderIn(question, before) };
    })
    .filter(({ editions }) => editions.length > 0);
}

/** `before`: the question that families answer, where its words are others now. */
function olderIn(question: Question, before: Question | undefined): Edition[] {
  const { editions = {} } = question;
  const older = ([edition, own]: [Edition, EditionWords]) =>
    edition !== 'plain' &&
    (own.writtenFor === undefined
      ? before !== undefined && JSON.stringify(before.editions?.[edition]) === JSON.stringify(own)
      : isOlder(question, own));
  return (Object.entries(editions) as [Edition, EditionWords][]).filter(older).map(([edition]) => edition);
}
