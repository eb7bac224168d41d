import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, wordsOf, type Kind } from './kind.ts';
import { freshOptions, missingAsk, missingOptions, options } from './options.ts';

const schema = z.strictObject({ ...baseFields, kind: z.literal('top-three'), options });

export type TopThree = z.infer<typeof schema>;

/** The names of the three lists to choose from, in order. */
export const RANKS = ['answer-1', 'answer-2', 'answer-3'] as const;

/** Up to three of the options, the most important first: ['c', 'a']. Each of them counts once, whatever its place. */
export const topThree: Kind<TopThree, string[]> = {
  schema,
  answer: z.array(z.string()).min(1).max(3),
  control: 'selects',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'top-three', ask: '', options: freshOptions() }),
  missing: question => [...missingAsk(question.ask), ...missingOptions(question.options)],
  read(question, raw) {
    const values = RANKS.map(rank => valuesOf(raw, rank)[0] ?? '');
    const answer = values.filter(value => value !== '');
    if (answer.length === 0) return nothing(question, 'choose-three', RANKS[0]);
    const strange = values.findIndex(value => value !== '' && !question.options.some(each => each.id === value));
    if (strange >= 0) return fail('not-offered', {}, RANKS[strange]);
    const again = values.findIndex((value, at) => value !== '' && values.indexOf(value) < at);
    return again >= 0 ? fail('same-twice', {}, RANKS[again]) : { ok: true, answer };
  },
  fill: answer => Object.fromEntries(RANKS.map((rank, at) => [rank, answer[at] ?? ''])),
  describe: (question, answer, t) =>
    answer.map((id, at) => t('surveys.ranked', { n: at + 1, words: wordsOf(question.options, id, t) })).join('\n'),
  cells: (_question, answer) => answer,
  tallyOptions: question => question.options,
};
