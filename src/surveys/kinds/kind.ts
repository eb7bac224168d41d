/** What every kind of question is made of. A new kind is one file beside this one and one line in `registry.ts`. */
import * as z from 'zod';
import { tidyText } from './text.ts';

/** Looks a message up in the catalogue and fills it in. */
export type Translate = (key: string, params?: Record<string, string | number>) => string;

/** An answer as it is kept: 'a', ['a', 'c'], 12, '2026-03-02' or words. */
export type Answer = string | string[] | number;

/** Answers under question ids. `null` is a question that was seen and skipped; absent is one not seen yet. */
export type Answers = Record<string, Answer | null>;

/** Fields of a form as posted: `answer`, or `answer-day`, `answer-month`, `answer-year` for a date. */
export type Raw = Record<string, string | string[] | undefined>;

/** What is wrong: a message of the catalogue, and the field that the error summary links to. */
export interface AnswerError {
  key: string;
  params: Record<string, string | number>;
  field: string;
}

export type Reading<A extends Answer = Answer> = { ok: true; answer: A | null } | { ok: false; error: AnswerError };

/** An answer that can be picked or counted. Its words are the officer's own, or come from the catalogue by `key`. */
export type Choice =
  { id: string; words: string } | { id: string; key: string; params?: Record<string, string | number> };

/** Which control a page draws. */
export type Control = 'radios' | 'checkboxes' | 'line' | 'box' | 'number' | 'date' | 'none';

export interface BaseQuestion {
  id: string;
  kind: string;
  ask: string;
  hint?: string | undefined;
  required?: true | undefined;
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

/** 'Not sure' in kinds that offer it; no option may take this id. */
export const NOT_SURE = 'ns';

/** The last step of a journey with words in it ('May we quote you?'); no question may take this id. */
export const QUOTE = 'quote';

export const words = (max: number) =>
  z.string({ error: 'must be words' }).overwrite(tidyText).max(max, `keep this to ${max} characters`);

const questionId = z
  .string({ error: 'every question needs an id' })
  .regex(/^q[0-9a-z]{1,11}$/, "a question's id is 'q' and then up to 11 small letters or digits")
  .refine(id => id !== QUOTE, "the id 'quote' is kept for 'May we quote your words?'");

/** Fields that every question has. Opinion questions can be skipped, so `required` is rare. */
export const baseFields = {
  id: questionId,
  ask: words(300),
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
