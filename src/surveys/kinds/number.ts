import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, words, type Choice, type Kind } from './kind.ts';
import { missingAsk } from './options.ts';
import { plainDigits } from './text.ts';

const whole = z.int('write a whole number');

const schema = z
  .strictObject({
    ...baseFields,
    kind: z.literal('number'),
    min: whole.optional(),
    max: whole.optional(),
    unit: words(30).optional(),
    bins: z.array(whole, { error: 'give the highest number of each group' }).max(30, 'use no more than 30 groups'),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'the lowest is above the highest')
  .refine(({ bins }) => bins.every((bin, at) => at === 0 || bin > (bins[at - 1] ?? bin)), 'put the groups in order')
  .refine(
    ({ min, max, bins }) => bins.every(bin => bin >= (min ?? bin) && bin <= (max ?? bin)),
    'every group has to lie between the lowest and the highest',
  );

export type WholeNumber = z.infer<typeof schema>;

/** Groups by their highest number, and one for what is above them: 5, 10 gives 'up to 5', '6 to 10', '11 or more'. */
function groups({ bins, min, max }: WholeNumber): Choice[] {
  const below = bins.map((to, at): Choice => {
    const from = at === 0 ? min : (bins[at - 1] ?? 0) + 1;
    if (from === undefined) return { id: `to${to}`, key: 'surveys.bin.up-to', params: { to } };
    if (from === to) return { id: `to${to}`, key: 'surveys.bin.just', params: { to } };
    return { id: `to${to}`, key: 'surveys.bin.from-to', params: { from, to } };
  });
  const last = bins.at(-1);
  if (last === undefined || last === max) return below;
  return [...below, { id: 'more', key: 'surveys.bin.or-more', params: { from: last + 1 } }];
}

/** What was written without the unit behind it, or the beginning of that: '3 hours', '1 hour'. */
function withoutUnit(text: string, unit = ''): string {
  const [, figures = text, word = ''] = /^([^\p{L}]*\d[^\p{L}]*)(\p{L}.*)$/u.exec(text) ?? [];
  const said = word.toLowerCase().replace(/\.$/, '');
  const whole = unit
    .replace(/[\u2066\u2069]/g, '')
    .toLowerCase()
    .replace(/\.$/, '');
  return said === whole || (said.length > 2 && whole.startsWith(said)) ? figures : text;
}

/** A whole number, in any of the digits that families here write, with or without commas between thousands. */
function wholeNumber(plain: string): number | null {
  if (!/^[+-]?(\d+|\d{1,3}(,\d{3})+)$/.test(plain)) return null;
  const value = Number(plain.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value || 0 : null;
}

const isPart = (plain: string): boolean => /^[+-]?\d*([.,]\d+|[¼½¾])$/.test(plain);

/** One that may be written: 2, or the limit that is nearest to it. */
const exampleOf = ({ min = 2, max = 2 }: WholeNumber): number => Math.min(Math.max(2, min), Math.max(max, min));

/** A whole number. `bins` are the highest numbers of the groups that it is counted in; without bins it isn't counted. */
export const number: Kind<WholeNumber, number> = {
  schema,
  answer: z.int(),
  control: 'number',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'number', ask: '', min: 0, bins: [] }),
  missing: question => missingAsk(question.ask),
  how: question => ({
    key: `surveys.how.number${question.max === undefined ? '' : '-to'}`,
    params: { example: exampleOf(question), max: question.max ?? 0 },
  }),
  read(question, raw) {
    const text = valuesOf(raw).join(' ').trim();
    if (text === '') return nothing(question, 'write-number');
    const plain = withoutUnit(plainDigits(text), question.unit).replace(/\s/g, '');
    const answer = wholeNumber(plain);
    if (answer === null) return fail(isPart(plain) ? 'not-whole' : 'not-a-number', { example: exampleOf(question) });
    if (question.min !== undefined && answer < question.min) return fail('too-low', { min: question.min });
    if (question.max !== undefined && answer > question.max) return fail('too-high', { max: question.max });
    return { ok: true, answer };
  },
  fill: answer => ({ answer: String(answer) }),
  describe: ({ unit }, answer, t) => t('surveys.number', { n: answer, unit: unit ?? '' }).trim(),
  cells(question, answer) {
    const bin = question.bins.find(to => answer <= to);
    if (bin !== undefined) return [`to${bin}`];
    return question.bins.length > 0 ? ['more'] : [];
  },
  tallyOptions: groups,
};
