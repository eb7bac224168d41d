import * as z from 'zod';
import { baseFields, type Choice, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, notSure, oneOf, options, preferNot } from './options.ts';

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('choose-one'),
  options,
  notSure: z.literal(true).optional(),
  preferNot: z.literal(true).optional(),
});

export type ChooseOne = z.infer<typeof schema>;

const choices = (question: ChooseOne): Choice[] => [
  ...question.options,
  ...(question.notSure ? [notSure] : []),
  ...(question.preferNot ? [preferNot] : []),
];

/** One answer of several, kept as its id: 'a'. */
export const chooseOne: Kind<ChooseOne, string> = {
  schema,
  ...oneOf(choices),
  fresh: id => ({ id, kind: 'choose-one', ask: '', options: freshOptions(), notSure: true }),
  missing: question => [...missingAsk(question.ask), ...missingOptions(question.options)],
};
