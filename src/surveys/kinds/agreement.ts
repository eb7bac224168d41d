import * as z from 'zod';
import { baseFields, words, type Choice, type Kind } from './kind.ts';
import { missingAsk, notSure, oneOf } from './options.ts';

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('agreement'),
  points: z.array(words(60)).length(5, 'give five points, from one end to the other, or none').optional(),
});

export type Agreement = z.infer<typeof schema>;

const IDS = ['1', '2', '3', '4', '5'];

/** From 'Strongly agree' (1) to 'Strongly disagree' (5), or the officer's five points; 'not sure' stands apart. */
const choices = (question: Agreement): Choice[] => [
  ...IDS.map((id, at): Choice => {
    const own = question.points?.[at];
    return own === undefined ? { id, key: `surveys.agreement.${id}` } : { id, words: own };
  }),
  notSure,
];

export function missingPoints(points: readonly string[] = []): string[] {
  if (points.includes('')) return ['write the words of every point, or of none.'];
  return new Set(points).size < points.length ? ['two points have the same words; change one.'] : [];
}

/** A balanced scale of five points, each with its words. Kept as '1' to '5', or 'ns'. */
export const agreement: Kind<Agreement, string> = {
  schema,
  ...oneOf(choices),
  fresh: id => ({ id, kind: 'agreement', ask: '' }),
  missing: question => [...missingAsk(question.ask), ...missingPoints(question.points)],
};
