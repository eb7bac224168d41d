import * as z from 'zod';
import { baseFields, nothing, valuesOf, wordsOf, type Choice, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, notSure, options, preferNot, readOneOf } from './options.ts';

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
  answer: z.string(),
  control: 'radios',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'choose-one', ask: '', options: freshOptions(), notSure: true }),
  missing: question => [...missingAsk(question.ask), ...missingOptions(question.options)],
  read(question, raw) {
    const values = valuesOf(raw);
    return values.length === 0 ? nothing(question, 'choose-one') : readOneOf(choices(question), values);
  },
  fill: answer => ({ answer }),
  describe: (question, answer, t) => wordsOf(choices(question), answer, t),
  cells: (_question, answer) => [answer],
  tallyOptions: choices,
};
