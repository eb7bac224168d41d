import * as z from 'zod';
import { baseFields, type Kind } from './kind.ts';
import { describeText, limitField, readText } from './long-text.ts';
import { missingAsk } from './options.ts';
import { tidyLine } from './text.ts';

const schema = z.strictObject({ ...baseFields, kind: z.literal('short-text'), limit: limitField(200) });

export type ShortText = z.infer<typeof schema>;

/** A line of words. `limit` is in characters: 200 unless told. */
export const shortText: Kind<ShortText, string> = {
  schema,
  answer: z.string(),
  control: 'line',
  isText: true,
  emptyOk: false,
  fresh: id => ({ id, kind: 'short-text', ask: '' }),
  missing: question => missingAsk(question.ask),
  read: (question, raw) => readText(question, raw, question.limit ?? 200, tidyLine),
  fill: answer => ({ answer }),
  describe: (_question, answer, t) => describeText(answer, t),
  cells: () => [],
  tallyOptions: () => [],
};
