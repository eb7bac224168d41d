/** Typing a paper twice: which papers, what differs, and what stands in the end. */
import type { Answer, Answers } from '../../surveys/kinds/kind.ts';
import { stepsOf } from '../../surveys/answers.ts';
import type { Definition } from '../../surveys/definition.ts';
import { pathOf } from '../../surveys/steps.ts';

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

/**
 * How many answers two typings hold between them, and the questions on which they differ. Only questions that both
 * typings lead to: what just one of them leads to follows from a difference before it.
 */
export function compare(definition: Definition, first: Typing, second: Typing) {
  const [one, other] = [first, second].map(typing => new Set(leadsTo(definition, typing)));
  const filled = [...(one ?? [])].filter(id => other?.has(id) && (isFilled(first, id) || isFilled(second, id)));
  return { compared: filled.length, differing: filled.filter(id => sign(first, id) !== sign(second, id)) };
}

const leadsTo = (definition: Definition, { answers }: Typing): string[] => [
  ...pathOf(stepsOf(definition), answers).map(step => step.id),
  ...(definition.about?.questions ?? []).map(question => question.id),
];

const answerOf = ({ answers }: Typing, id: string): Answer | null =>
  (Object.hasOwn(answers, id) ? answers[id] : null) ?? null;

const isFilled = (typing: Typing, id: string): boolean =>
  answerOf(typing, id) !== null || typing.unreadable.includes(id);

// Capitals and the breaks between lines are no difference worth anybody's time.
const sign = (typing: Typing, id: string): string =>
  JSON.stringify([answerOf(typing, id), typing.unreadable.includes(id)])
    .toLowerCase()
    .replace(/(\\n|\s)+/g, ' ');

/**
 * What stands: at each question on which they differ the typing that was chosen, `second` or else the first. Where only
 * the second has an answer, it counts if the path now leads to it.
 */
export function settled(
  first: Typing,
  other: Typing,
  { differing, second }: { differing: readonly string[]; second: ReadonlySet<string> },
): Typing {
  const answers: Answers = { ...other.answers, ...first.answers };
  const unreadable = new Set(first.unreadable);
  for (const id of differing) {
    const chosen = second.has(id) ? other : first;
    const answer = answerOf(chosen, id);
    if (answer === null) delete answers[id];
    else answers[id] = answer;
    if (chosen.unreadable.includes(id)) unreadable.add(id);
    else unreadable.delete(id);
  }
  return { answers, unreadable: [...unreadable] };
}
