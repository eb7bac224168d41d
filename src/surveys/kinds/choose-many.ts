import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, wordsOf, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, options } from './options.ts';

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('choose-many'),
  options,
  atMost: z.int('write a whole number').min(2, 'let people choose at least two').max(60).optional(),
});

export type ChooseMany = z.infer<typeof schema>;

/** As many answers as fit, kept as their ids in the order in which they are offered: ['a', 'c']. */
export const chooseMany: Kind<ChooseMany, string[]> = {
  schema,
  answer: z.array(z.string()),
  control: 'checkboxes',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'choose-many', ask: '', options: freshOptions() }),
  missing: question => [...missingAsk(question.ask), ...missingOptions(question.options)],
  read(question, raw) {
    const values = new Set(valuesOf(raw));
    if (values.size === 0) return nothing(question, 'choose-some');
    const answer = question.options.map(each => each.id).filter(id => values.has(id));
    if (answer.length < values.size) return fail('not-offered');
    if (question.atMost !== undefined && answer.length > question.atMost)
      return fail('too-many', { most: question.atMost, chosen: answer.length });
    return { ok: true, answer };
  },
  fill: answer => ({ answer }),
  describe: (question, answer, t) => answer.map(id => wordsOf(question.options, id, t)).join('\n'),
  cells: (_question, answer) => answer,
  tallyOptions: question => question.options,
};
