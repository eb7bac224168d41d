import { editionsOf } from '../surveys/editions.ts';
import type { Definition } from '../surveys/definition.ts';

/** Whether a survey has words for children. */
export const isForChildren = (definition: Definition): boolean => editionsOf(definition).includes('child');

/** Whether it is for a child and a parent alike: it has words for children, or asks who answers and lets them say so. */
export const mayAnswerTogether = (definition: Definition): boolean =>
  isForChildren(definition) ||
  definition.questions.some(
    question => question.kind === 'who-is-answering' && (question.options?.includes('young') ?? true),
  );
