import { editionsOf } from '../surveys/editions.ts';
import type { Definition } from '../surveys/definition.ts';
import type { Edition } from '../words/editions.ts';

/** Whether a survey has words for children. */
export const isForChildren = (definition: Definition): boolean => editionsOf(definition).includes('child');

/** The edition for a child on a device that reads `edition`: a version in print and in English gives way to words for children. */
export const childReads = (definition: Definition, edition: Edition): Edition =>
  isForChildren(definition) && PRINTED_ENGLISH.has(edition) ? 'child' : edition;

const PRINTED_ENGLISH = new Set<Edition>(['plain', 'easy', 'child']);

/** Whether it is for a child and a parent alike: it has words for children, or asks who answers and lets them say so. */
export const mayAnswerTogether = (definition: Definition): boolean =>
  isForChildren(definition) ||
  definition.questions.some(
    question => question.kind === 'who-is-answering' && (question.options?.includes('young') ?? true),
  );
