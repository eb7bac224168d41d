import * as z from 'zod';
import { missingPoints } from './agreement.ts';
import { baseFields, words, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, options } from './options.ts';

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('items'),
  /** The things that are asked about, one page each. */
  options,
  points: z.array(words(60)).length(5, 'give five points, from one end to the other, or none').optional(),
  /** With a face beside each point. */
  faces: z.literal(true).optional(),
});

export type Items = z.infer<typeof schema>;

/**
 * Several things on one scale. It is never asked as a whole: `pagesOf` makes a question of each item, with an id such as
 * 'q5-a', so that nobody meets a grid.
 */
export const items: Kind<Items, never> = {
  schema,
  answer: z.never(),
  control: 'none',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'items', ask: '', options: freshOptions() }),
  missing: question => [
    ...missingAsk(question.ask),
    ...missingOptions(question.options),
    ...missingPoints(question.points),
  ],
  read: () => ({ ok: true, answer: null }),
  fill: () => ({}),
  describe: () => '',
  cells: () => [],
  tallyOptions: () => [],
};
