import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, type Choice, type Kind } from './kind.ts';
import { missingAsk } from './options.ts';

// The outward half of a UK postcode (BS7666-2): one or two letters, a digit, and at times one more letter or digit.
const OUTWARD = /^[A-Z]{1,2}[0-9][A-Z0-9]?$/;
const WHOLE = /^([A-Z]{1,2}[0-9][A-Z0-9]?)[0-9][A-Z]{2}$/;

const outward = z.string().regex(OUTWARD, 'write the first half of a postcode, such as B97');

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('area'),
  bins: z
    .array(outward, { error: 'give the areas that are counted' })
    .max(60, 'count no more than 60 areas')
    .refine(list => new Set(list).size === list.length, 'one of the areas is there twice'),
});

export type Area = z.infer<typeof schema>;

const ELSEWHERE = 'else';

const choices = ({ bins }: Area): Choice[] =>
  bins.length === 0 ? [] : [...bins.map(id => ({ id, words: id })), { id: ELSEWHERE, key: 'surveys.area.else' }];

/** What a first half looks like, wherever it is explained: the first area that is counted. */
export const exampleOf = ({ bins }: Area): string => bins[0] ?? 'B97';

/** The first half of what was typed; the second half of a whole postcode is dropped before anything is kept. */
function firstHalf(text: string): string | null {
  const plain = text.normalize('NFKC').toUpperCase().replace(/\s/g, '');
  if (OUTWARD.test(plain)) return plain;
  return WHOLE.exec(plain)?.[1] ?? null;
}

/** Where somebody lives, as the first half of a postcode, never the whole: 'B97'. Counted by the areas in `bins`. */
export const area: Kind<Area, string> = {
  schema,
  answer: z.string(),
  control: 'line',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'area', ask: '', bins: [] }),
  missing: question => missingAsk(question.ask),
  how: question => ({ key: 'surveys.how.area', params: { example: exampleOf(question) } }),
  read(question, raw) {
    const text = valuesOf(raw).join(' ').trim();
    if (text === '') return nothing(question, 'write-area');
    const answer = firstHalf(text);
    return answer === null ? fail('not-an-area', { example: exampleOf(question) }) : { ok: true, answer };
  },
  fill: answer => ({ answer }),
  describe: (_question, answer) => answer,
  cells: ({ bins }, answer) => (bins.length === 0 ? [] : [bins.includes(answer) ? answer : ELSEWHERE]),
  tallyOptions: choices,
};
