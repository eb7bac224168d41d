/** What every kind of question is made of. A new kind is one file beside this one and one line in `registry.ts`. */
import * as z from 'zod';
import { editions } from '../../words/editions.ts';
import { rules, type Rule } from '../conditions.ts';
import { tidyText } from './text.ts';

/** Looks a message up in the catalogue and fills it in. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** An answer as it is kept: 'a', ['a', 'c'], 12, '2026-03-02' or words. */
export type Answer = string | string[] | number;

/** Answers under question ids. `null` is a question that was seen and skipped; absent is one not seen yet. */
export type Answers = Record<string, Answer | null>;

/** Fields of a form as posted: `answer`, or `answer-day` and so on for a date, `answer-1` to `answer-3` for a top three. */
export type Raw = Record<string, string | string[] | undefined>;

/** A message of the catalogue, and what fills it in. */
export type Message = Pick<AnswerError, 'key' | 'params'>;

/** What is wrong: a message of the catalogue, and the field that the error summary links to. */
export interface AnswerError {
  key: string;
  params: Record<string, string | number>;
  field: string;
  /** Of a date, the box that is wrong where the others are not. */
  part?: string;
}

export type Reading<A extends Answer = Answer> = { ok: true; answer: A | null } | { ok: false; error: AnswerError };

/** An answer that can be picked or counted. Its words are the officer's own, or come from the catalogue by `key`. */
export type Choice = (
  { id: string; words: string } | { id: string; key: string; params?: Record<string, string | number> }
) & {
  /** The id of the picture that goes with the words. */
  picture?: string | undefined;
  /** Which face stands beside the words, from 1 (happy) to 5 (unhappy). */
  face?: string | undefined;
};

/** Which control a page draws. */
export type Control = 'radios' | 'checkboxes' | 'selects' | 'line' | 'box' | 'number' | 'date' | 'none';

export interface BaseQuestion {
  id: string;
  kind: string;
  ask: string;
  hint?: string | undefined;
  required?: true | undefined;
  important?: true | undefined;
  next?: Rule[] | undefined;
  editions?: EditionsWords | undefined;
}

/** Methods, not arrow properties: so a kind of one sort of question fits where any kind is expected. */
export interface Kind<Q extends BaseQuestion = BaseQuestion, A extends Answer = Answer> {
  schema: z.ZodType<Q>;
  /** The shape of a kept answer; `read(fill(answer))` checks the rest. */
  answer: z.ZodType<A>;
  control: Control;
  /** Holds free words, which the team alone reads and which no tally counts. */
  isText: boolean;
  /** Asks nothing, so an empty answer is complete. */
  emptyOk: boolean;
  /** A new question of this kind, still without its words. */
  fresh(id: string): Q;
  /** What still has to be written before publishing, as sentences. */
  missing(question: Q): string[];
  /** How to answer, as a message of the catalogue: shown with the hint that the officer wrote. */
  how?(question: Q): Message | null;
  /** Form fields to an answer, or to an error; the caller keeps what was typed. */
  read(question: Q, raw: Raw): Reading<A>;
  /** A kept answer to form fields. */
  fill(answer: A): Raw;
  /** The answer in words, for 'Check your answers' and receipts. */
  describe(question: Q, answer: A, t: Translate): string;
  /** Which of `tallyOptions` this answer counts under. */
  cells(question: Q, answer: A): string[];
  /** Everything that can be counted, in the order shown. Empty: only 'answered' and 'not answered' are counted. */
  tallyOptions(question: Q): Choice[];
}

/** 'Not sure', 'none of these' and 'prefer not to say' in kinds that offer them; no option may take these ids. */
export const NOT_SURE = 'ns';
export const NONE = 'none';
export const PREFER_NOT = 'pn';

/** The last step of a journey with words in it ('May we quote you?'); no question may take this id. */
export const QUOTE = 'quote';

export const words = (max: number) =>
  z.string({ error: 'must be words' }).overwrite(tidyText).max(max, `keep this to ${max} characters`);

export const mediaId = z.string().regex(/^[\w-]{22}$/, 'the id of a picture or recording has 22 characters');

const questionId = z
  .string({ error: 'every question needs an id' })
  .regex(/^q[0-9a-z]{1,11}$/, "a question's id is 'q' and then up to 11 small letters or digits")
  .refine(id => id !== QUOTE, "the id 'quote' is kept for 'May we quote your words?'");

/** The original that each text of an edition was written for, by its name: it tells what was changed since. */
export const originals = z.preprocess(
  // Surveys of before have a mark in its place, which tells nothing of a single text.
  given => (typeof given === 'string' ? undefined : given),
  z.record(z.string(), z.string().max(20_000)).optional(),
);

/** What a question says in another edition. What it leaves out is said in the original words. */
const editionWords = z.strictObject({
  ask: words(300).optional(),
  hint: words(500).optional(),
  body: words(10_000).optional(),
  unit: words(30).optional(),
  /** By the option's (or item's) id. */
  options: z.record(z.string(), words(200)).optional(),
  points: z.array(words(60)).max(5).optional(),
  /** The id of a picture, a video or a recording that is shown with the question. */
  media: mediaId.optional(),
  writtenFor: originals.optional(),
});

export type EditionWords = z.infer<typeof editionWords>;
export type EditionsWords = z.infer<typeof editionsWords>;
const editionsWords = z.partialRecord(z.enum(editions, `an edition is one of ${editions.join(', ')}`), editionWords);

/** Fields that every page has: where it leads, whether it is one of the most important, its other editions. */
export const pageFields = {
  id: questionId,
  ask: words(300),
  important: z.literal(true).optional(),
  next: rules.optional(),
  editions: editionsWords.optional(),
};

/** Fields that every question has. Opinion questions can be skipped, so `required` is rare. */
export const baseFields = {
  ...pageFields,
  hint: words(500).optional(),
  required: z.literal(true).optional(),
};

export const fail = (key: string, params: AnswerError['params'] = {}, field = 'answer'): Reading<never> => ({
  ok: false,
  error: { key: `surveys.error.${key}`, params, field },
});

/** Nothing was answered: fine, unless the question is one of the rare required ones. */
export const nothing = (question: BaseQuestion, key: string, field = 'answer'): Reading<never> =>
  question.required ? fail(key, {}, field) : { ok: true, answer: null };

/** The values of one field, without empty ones. */
export function valuesOf(raw: Raw, field = 'answer'): string[] {
  const value = Object.hasOwn(raw, field) ? raw[field] : undefined;
  return (Array.isArray(value) ? value : [value ?? '']).filter(each => each !== '');
}

/** The words of a choice, its own or the catalogue's. */
export const choiceWords = (choice: Choice, t: Translate): string =>
  'key' in choice ? t(choice.key, choice.params) : choice.words;

export function wordsOf(choices: Choice[], id: string, t: Translate): string {
  const choice = choices.find(each => each.id === id);
  return choice ? choiceWords(choice, t) : id;
}
