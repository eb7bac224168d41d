/** Typing a paper twice: which papers, what differs, and what stands in the end. */
import type { Answer, Answers } from '../../surveys/kinds/kind.ts';
import type { Question } from '../../surveys/definition.ts';

const ONE_IN = 10;
const LEAST = 5;

/**
 * The papers that a second person types: one in ten, and five at least. Ids are random, so those that come first in
 * their order are a fair sample, and nobody can choose them.
 */
export const sampleOf = <T extends { id: string }>(papers: readonly T[]): T[] =>
  [...papers].sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, Math.max(LEAST, Math.ceil(papers.length / ONE_IN)));

/** One typing of a paper. */
export type Typing = { answers: Answers; unreadable: readonly string[] };

/** How many answers two typings hold between them, and the questions on which they differ. */
export function compare(questions: readonly Question[], first: Typing, second: Typing) {
  const filled = questions.filter(({ id }) => isFilled(first, id) || isFilled(second, id));
  const differing = filled.filter(({ id }) => sign(first, id) !== sign(second, id)).map(({ id }) => id);
  return { compared: filled.length, differing };
}

const answerOf = ({ answers }: Typing, id: string): Answer | null =>
  (Object.hasOwn(answers, id) ? answers[id] : null) ?? null;

const isFilled = (typing: Typing, id: string): boolean =>
  answerOf(typing, id) !== null || typing.unreadable.includes(id);

// Capitals and the breaks between lines are no difference worth anybody's time.
const sign = (typing: Typing, id: string): string =>
  JSON.stringify([answerOf(typing, id), typing.unreadable.includes(id)])
    .toLowerCase()
    .replace(/(\\n|\s)+/g, ' ');

/** What stands: the first typing, with the second in its place at the questions of `second`. */
export function settled(first: Typing, other: Typing, second: ReadonlySet<string>): Typing {
  const answers: Answers = { ...first.answers };
  for (const id of second) {
    const answer = answerOf(other, id);
    if (answer === null) delete answers[id];
    else answers[id] = answer;
  }
  const unreadable = [
    ...first.unreadable.filter(id => !second.has(id)),
    ...other.unreadable.filter(id => second.has(id)),
  ];
  return { answers, unreadable };
}
