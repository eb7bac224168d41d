import * as z from 'zod';
import {
  baseFields,
  fail,
  nothing,
  valuesOf,
  wordsOf,
  type Choice,
  type Kind,
  type Message,
  type Raw,
  type Reading,
} from './kind.ts';
import { freshOptions, missingAsk, missingOptions, noneOfThese, options, preferNot } from './options.ts';

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('choose-many'),
  options,
  none: z.literal(true).optional(),
  preferNot: z.literal(true).optional(),
  atMost: z.int('write a whole number').min(2, 'let people choose at least two').max(60).optional(),
});

export type ChooseMany = z.infer<typeof schema>;

const choices = (question: ChooseMany): Choice[] => [...question.options, ...alone(question)];

/** Answers that stand by themselves: 'None of these' and 'I prefer not to say'. */
const alone = (question: Pick<ChooseMany, 'none' | 'preferNot'>): Choice[] => [
  ...(question.none ? [noneOfThese] : []),
  ...(question.preferNot ? [preferNot] : []),
];

/** As many of the options as fit, in the order in which they are offered, or one of the answers that stand alone. */
export function readSomeOf(
  { offered, exclusive, most }: { offered: readonly Choice[]; exclusive: readonly Choice[]; most: number | undefined },
  raw: Raw,
): Reading<string[]> {
  const values = new Set(valuesOf(raw));
  const answer = offered.map(each => each.id).filter(id => values.has(id));
  if (answer.length < values.size) return fail('not-offered');
  const lone = exclusive.find(each => values.has(each.id));
  if (lone && 'key' in lone && answer.length > 1) return fail(`alone.${lone.id}`);
  if (most !== undefined && answer.length > most) return fail('too-many', { most, chosen: answer.length });
  return { ok: true, answer };
}

/** How many to choose, where the officer does not say it in words of their own. */
export const howMany = ({ hint, atMost }: Pick<ChooseMany, 'hint' | 'atMost'>): Message | null => {
  if (hint) return null;
  return atMost === undefined
    ? { key: 'surveys.how.many', params: {} }
    : { key: 'surveys.how.at-most', params: { most: atMost } };
};

/** As many answers as fit, kept as their ids in the order in which they are offered: ['a', 'c']. */
export const chooseMany: Kind<ChooseMany, string[]> = {
  schema,
  answer: z.array(z.string()),
  control: 'checkboxes',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'choose-many', ask: '', options: freshOptions() }),
  missing: question => [...missingAsk(question.ask), ...missingOptions(question.options)],
  how: howMany,
  read(question, raw) {
    if (valuesOf(raw).length === 0) return nothing(question, 'choose-some');
    return readSomeOf({ offered: choices(question), exclusive: alone(question), most: question.atMost }, raw);
  },
  fill: answer => ({ answer }),
  describe: (question, answer, t) => answer.map(id => wordsOf(choices(question), id, t)).join('\n'),
  cells: (_question, answer) => answer,
  tallyOptions: choices,
};
