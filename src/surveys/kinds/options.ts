/** Options that an officer writes, for the kinds where people choose. */
import * as z from 'zod';
import { fail, NONE, NOT_SURE, nothing, PREFER_NOT, valuesOf, words, wordsOf } from './kind.ts';
import type { BaseQuestion, Choice, Raw, Reading, Translate } from './kind.ts';

export const optionId = z
  .string({ error: 'every option needs an id' })
  .regex(/^[a-z0-9]{1,12}$/, "an option's id is 1 to 12 small letters or digits")
  .refine(id => ![NOT_SURE, NONE, PREFER_NOT].includes(id), {
    error: issue => `the option id '${String(issue.input)}' is kept for an answer of our own`,
  });

/** Half-written options are allowed, so that a draft can be saved; `missingOptions` says what is left to do. */
export const options = z
  .array(z.strictObject({ id: optionId, words: words(200) }), { error: 'give a list of options' })
  .max(60, 'offer no more than 60 options')
  .refine(list => new Set(list.map(each => each.id)).size === list.length, 'two options have the same id');

export type Option = z.infer<typeof options>[number];

export const freshOptions = (): Option[] => [
  { id: 'a', words: '' },
  { id: 'b', words: '' },
];

export function missingOptions(list: Option[]): string[] {
  const written = list.map(each => each.words.toLowerCase()).filter(each => each !== '');
  const missing: string[] = [];
  if (list.length < 2) missing.push('offer at least two answers to choose from.');
  if (written.length < list.length) missing.push('write the words of every answer, or take the empty ones out.');
  if (new Set(written).size < written.length) missing.push('two answers have the same words; change one.');
  return missing;
}

export const missingAsk = (ask: string): string[] => (ask === '' ? ['write the question.'] : []);

export const notSure: Choice = { id: NOT_SURE, key: 'surveys.not-sure' };
export const noneOfThese: Choice = { id: NONE, key: 'surveys.none' };
export const preferNot: Choice = { id: PREFER_NOT, key: 'surveys.prefer-not' };

/** What the kinds share whose answer is one of several choices, picked by a radio button and kept as its id: 'a'. */
export const oneOf = <Q extends BaseQuestion>(choices: (question: Q) => Choice[]) => ({
  answer: z.string(),
  control: 'radios' as const,
  isText: false,
  emptyOk: false,
  read: (question: Q, raw: Raw): Reading<string> => {
    const values = valuesOf(raw);
    return values.length === 0 ? nothing(question, 'choose-one') : readOneOf(choices(question), values);
  },
  fill: (answer: string): Raw => ({ answer }),
  describe: (question: Q, answer: string, t: Translate) => wordsOf(choices(question), answer, t),
  cells: (_question: Q, answer: string) => [answer],
  tallyOptions: choices,
});

// Two values, or one that was not offered, never come from our page.
function readOneOf(choices: Choice[], values: string[]): Reading<string> {
  const [value = ''] = values;
  const offered = values.length === 1 && choices.some(each => each.id === value);
  return offered ? { ok: true, answer: value } : fail('not-offered');
}
