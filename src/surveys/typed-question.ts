import { firstValues, readDate, type Typed } from '../web/forms.ts';
import type { Question } from './definition.ts';
import type { Loaded } from './desk-pages.ts';
import { answeredAs, meaningErrors, optionIdsEver, type Said } from './meaning-rules.ts';
import { readQuestion, type QuestionRead } from './question-form-rules.ts';
import type { QuestionValues } from './question-value-rules.ts';

/** What the fields of the form hold, as they were typed. */
export const valuesTyped = (typed: Typed): QuestionValues => ({ ...firstValues(typed), who: typed['who'] ?? [] });

/** The question as it was typed; of one that was answered with what was said of its meaning. */
export function readTyped(
  { published }: Pick<Loaded, 'published'>,
  before: Question,
  typed: Typed,
  said: Said,
): QuestionRead {
  const days = { min: [readDate(typed, 'min')], max: [readDate(typed, 'max')] };
  const fields = before.kind === 'date' ? { ...typed, ...days } : typed;
  const given = { used: optionIdsEver(published, before.id), sameMeaning: said.answersMeaning === 'same' };
  const read = readQuestion(before, fields, given);
  const answered = answeredAs(published, before.id);
  if (!read.ok || !answered) return read;
  const errors = meaningErrors(answered, { before, after: read.question }, said);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : read;
}
