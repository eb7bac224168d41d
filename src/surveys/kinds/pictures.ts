import * as z from 'zod';
import { howMany, readSomeOf } from './choose-many.ts';
import { baseFields, mediaId, nothing, valuesOf, words, wordsOf, type Choice, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, noneOfThese, optionId } from './options.ts';

const options = z
  .array(z.strictObject({ id: optionId, words: words(200), picture: mediaId.optional() }), 'give a list of options')
  .max(20, 'offer no more than 20 pictures')
  .refine(list => new Set(list.map(each => each.id)).size === list.length, 'two options have the same id');

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('pictures'),
  options,
  /** Several may be chosen; without it, one. */
  many: z.literal(true).optional(),
  none: z.literal(true).optional(),
});

export type Pictures = z.infer<typeof schema>;

const alone = (question: Pictures): Choice[] => (question.none ? [noneOfThese] : []);
const choices = (question: Pictures): Choice[] => [...question.options, ...alone(question)];

/** A choice by pictures that stand beside their words. Kept as a list of ids, of one where one may be chosen. */
export const pictures: Kind<Pictures, string[]> = {
  schema,
  answer: z.array(z.string()),
  control: 'checkboxes',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'pictures', ask: '', options: freshOptions() }),
  missing: question => [
    ...missingAsk(question.ask),
    ...missingOptions(question.options),
    ...(question.options.some(each => each.picture === undefined) ? ['choose a picture for every answer.'] : []),
  ],
  how: question => (question.many ? howMany(question) : null),
  read(question, raw) {
    const key = question.many ? 'choose-some' : 'choose-one';
    if (valuesOf(raw).length === 0) return nothing(question, key);
    return readSomeOf(
      { offered: choices(question), exclusive: alone(question), most: question.many ? undefined : 1 },
      raw,
    );
  },
  fill: answer => ({ answer }),
  describe: (question, answer, t) => answer.map(id => wordsOf(choices(question), id, t)).join('\n'),
  cells: (_question, answer) => answer,
  tallyOptions: choices,
};
