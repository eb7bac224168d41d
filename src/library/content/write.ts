import type { Question } from '../../surveys/definition.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const idAt = (at: number): string => LETTERS[at] ?? '';

/** Options with the ids a, b, c … */
export const options = (...words: string[]) => words.map((each, at) => ({ id: idAt(at), words: each }));

/** What a question says in Easy Read; its options in their order. */
export const easy = (ask: string, more: { hint?: string; options?: string[] } = {}): Pick<Question, 'editions'> => ({
  editions: {
    easy: {
      ask,
      ...(more.hint ? { hint: more.hint } : {}),
      ...(more.options ? { options: Object.fromEntries(more.options.map((each, at) => [idAt(at), each])) } : {}),
    },
  },
});

export const YES_NO = options('Yes', 'No');

/** Asked first in most surveys. */
export const whoIsAnswering: Question = {
  id: 'q1',
  kind: 'who-is-answering',
  ask: 'Who is answering?',
  important: true,
  ...easy('Who are you?'),
};

export const anythingElse = (id: string): Question => ({
  id,
  kind: 'long-text',
  ask: 'Is there anything else you would like to tell us?',
  ...easy('Do you want to tell us more?'),
});
