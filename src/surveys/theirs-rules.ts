import type { FormField } from '../consultations/plan-sections.ts';
import type { QuestionValues } from './question-value-rules.ts';

/** One field in which two officers wrote different things: its label, and what the other one saved. */
export type Theirs = { label: string; words: string[] };

/**
 * Where what one officer typed is not what another has saved meanwhile. Never empty: where the fields agree it is something
 * without a field that was changed, such as rules or editions, and saving keeps it.
 */
export function theirsBeside(
  fields: readonly FormField[],
  saved: QuestionValues,
  typed: QuestionValues,
): [Theirs, ...Theirs[]] {
  const differing = fields
    .filter(({ name }) => name in saved && textOf(saved[name]) !== textOf(typed[name]))
    .map(field => ({ label: field.label, words: wordsOf(field, saved[field.name]) }));
  const [first = ELSEWHERE, ...others] = differing;
  return [first, ...others];
}

const ELSEWHERE: Theirs = { label: 'Its rules or other editions', words: ['Changed. Saving keeps what they are now.'] };

type Value = QuestionValues[string] | undefined;

const textOf = (value: Value): string => [value ?? ''].flat().join('\n').replaceAll('\r', '').trim();

/** A ticked box by its label, other values as they are, a line each. */
function wordsOf(field: FormField, value: Value): string[] {
  const labels = 'options' in field ? new Map(field.options?.map(each => [each.value, each.label])) : new Map();
  const lines = textOf(value).split('\n').filter(Boolean);
  return lines.length > 0 ? lines.map(line => labels.get(line) ?? line) : ['Nothing'];
}
