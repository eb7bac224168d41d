import { kindOf } from '../surveys/kinds/registry.ts';
import { QUOTE, type Step } from '../surveys/steps.ts';

/**
 * The pages of a path for somebody who answers the most important questions alone: those that the officer marked, with
 * those that can't be skipped, who is answering, and the last one, which asks about words that were written.
 */
export const shortPath = <S extends Step>(path: readonly S[]): S[] =>
  path.filter(
    ({ id, question }) =>
      question.important || question.required || question.kind === 'who-is-answering' || id === QUOTE,
  );

/** Whether a short way is worth offering: something is marked, and something is left out. */
export const hasShortPath = (path: readonly Step[]): boolean =>
  path.some(({ question }) => question.important && !kindOf(question).emptyOk) && shortPath(path).length < path.length;
