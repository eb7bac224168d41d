import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, type BaseQuestion, type Kind, type Raw, type Reading } from './kind.ts';
import type { Translate } from './kind.ts';
import { missingAsk } from './options.ts';
import { lengthOf, tidyText } from './text.ts';

export const limitField = (most: number) =>
  z.int('the limit is a whole number of characters').min(1).max(most, `the limit is at most ${most}`).optional();

const schema = z.strictObject({ ...baseFields, kind: z.literal('long-text'), limit: limitField(10_000) });

export type LongText = z.infer<typeof schema>;

/** Words under a limit in characters. Too long is an error that says by how many; what was typed stays with the caller. */
export function readText(
  question: BaseQuestion,
  raw: Raw,
  limit: number,
  tidy: (text: string) => string,
): Reading<string> {
  const answer = tidy(valuesOf(raw).join('\n'));
  if (answer === '') return nothing(question, 'write');
  // Most are far below it, and counting characters is slow.
  const over = answer.length <= limit ? 0 : lengthOf(answer) - limit;
  return over > 0 ? fail('too-long', { over, limit }) : { ok: true, answer };
}

/** An empty text is one whose words were deleted later; that it was answered still counts. */
export const describeText = (answer: string, t: Translate): string =>
  answer === '' ? t('surveys.words-deleted') : answer;

/** Words over several lines. `limit` is in characters: 5,000 unless told. */
export const longText: Kind<LongText, string> = {
  schema,
  answer: z.string(),
  control: 'box',
  isText: true,
  emptyOk: false,
  fresh: id => ({ id, kind: 'long-text', ask: '' }),
  missing: question => missingAsk(question.ask),
  read: (question, raw) => readText(question, raw, question.limit ?? 5_000, tidyText),
  fill: answer => ({ answer }),
  describe: (_question, answer, t) => describeText(answer, t),
  cells: () => [],
  tallyOptions: () => [],
};
