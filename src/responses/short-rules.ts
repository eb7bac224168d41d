import type { Answers } from '../surveys/kinds/kind.ts';
import { kindOf } from '../surveys/kinds/registry.ts';
import { isDone, QUOTE, type Step } from '../surveys/steps.ts';

/**
 * The pages of a path for somebody who answers the most important questions alone: those that the officer marked, with
 * those that can't be skipped, who is answering, and the last one, which asks about words that were written.
 */
export const shortPath = <S extends Step>(path: readonly S[]): S[] =>
  path.filter(
    ({ id, question }) =>
      question.important || question.required || question.kind === 'who-is-answering' || id === QUOTE,
  );

/**
 * Where to go on after the most important questions: the first page that was not seen, but what there is to read only
 * before a question that was not seen either.
 */
export const firstUnseen = <S extends Step>(path: readonly S[], answers: Answers): S | null =>
  path.find((step, at) => {
    const { question } = kindOf(step.question).emptyOk ? (path[at + 1] ?? step) : step;
    return !isDone(step.question, answers) && !isDone(question, answers);
  }) ?? null;

/** Whether a short way is worth offering: something is marked, and something is left out. */
export const hasShortPath = (path: readonly Step[]): boolean =>
  path.some(({ question }) => question.important && !kindOf(question).emptyOk) && shortPath(path).length < path.length;
