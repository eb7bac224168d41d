import type { AnswerError, Choice, Raw } from '../../surveys/kinds/kind.ts';
import { choiceWords, valuesOf } from '../../surveys/kinds/kind.ts';
import { datePartsOf, type DatePart } from '../../surveys/kinds/date.ts';
import { controlOf, kindOf, type Question } from '../../surveys/kinds/registry.ts';
import type { FieldErrors, Typed } from '../../web/forms.ts';
import type { Say } from '../../words/catalogue.ts';
import type { Entry } from '../entry-rules.ts';
import { fieldIn, rawOf } from './form-rules.ts';

/** A question of the paper as the typing page asks it; the figures before its options are keys to press. */
export type TypingField = {
  name: string;
  control: string;
  label: string;
  options: { value: string; label: string }[];
  value: string | string[] | Record<string, string>;
  unit: string;
  /** The boxes of a date, and the one that is wrong where the others are not. */
  parts: DatePart[];
  wrongPart: string;
  error: string;
  isUnreadable: boolean;
};

export function typingFields(
  entries: readonly Entry[],
  typed: Typed,
  errors: ReadonlyMap<string, AnswerError>,
  t: Say,
): TypingField[] {
  const unreadable = new Set(typed['unreadable'] ?? []);
  return entries.flatMap(({ n, question }) => {
    if (n === null) return [];
    const control = controlOf(question);
    const offered = ['radios', 'checkboxes', 'selects'].includes(control)
      ? kindOf(question).tallyOptions(question)
      : [];
    return {
      name: question.id,
      control,
      label: `${n}. ${question.ask}`,
      options: offered.map((choice, at) => optionOf(choice, at, t)),
      value: valueOf(control, rawOf(question.id, typed)),
      unit: question.kind === 'number' ? (question.unit ?? '') : '',
      parts: question.kind === 'date' ? datePartsOf(question) : [],
      wrongPart: errors.get(question.id)?.part ?? '',
      error: messageOf(n, errors.get(question.id), t),
      isUnreadable: unreadable.has(question.id),
    };
  });
}

const optionOf = (choice: Choice, at: number, t: Say) => ({
  value: choice.id,
  label: `${at + 1}\u2002${choiceWords(choice, t)}`,
});

function valueOf(control: string, raw: Raw): TypingField['value'] {
  if (control === 'checkboxes') return valuesOf(raw);
  if (control !== 'date' && control !== 'selects') return valuesOf(raw)[0] ?? '';
  const parts = Object.keys(raw).map(field => [field.slice('answer-'.length), valuesOf(raw, field)[0] ?? ''] as const);
  return Object.fromEntries(parts);
}

function messageOf(n: number, error: AnswerError | undefined, t: Say): string {
  if (!error) return '';
  if (error.key === 'both') return `Question ${n}: take out the answer, or the tick at ‘Could not read it’.`;
  return `Question ${n}: ${t(error.key, error.params)}.`;
}

/** The messages under the ids of the fields that they are about, in the order of the paper. */
export const errorsBy = (entries: readonly Entry[], errors: ReadonlyMap<string, AnswerError>, t: Say): FieldErrors =>
  Object.fromEntries(
    entries.flatMap(({ n, question }) => {
      const error = errors.get(question.id);
      return error && n !== null ? [[fieldIn(question.id, error.field), messageOf(n, error, t)]] : [];
    }),
  );

/** 'Question 7 ‘How was the place?’' for each of these. */
export const namesOf = (entries: readonly Entry[], ids: readonly string[]): string[] =>
  entries.flatMap(({ n, question }: { n: number | null; question: Question }) =>
    ids.includes(question.id) ? [`Question ${n ?? ''}: ${question.ask}`] : [],
  );
