/** Every kind of question: one line each, in the order in which the builder offers them. */
import { agreement } from './agreement.ts';
import { area } from './area.ts';
import { chooseMany } from './choose-many.ts';
import { chooseOne } from './choose-one.ts';
import { date } from './date.ts';
import { faces } from './faces.ts';
import { information } from './information.ts';
import { items } from './items.ts';
import type { Answer, BaseQuestion, Choice, Control, Kind, Raw, Reading, Translate } from './kind.ts';
import { choiceWords } from './kind.ts';
import { longText } from './long-text.ts';
import { number } from './number.ts';
import { pictures } from './pictures.ts';
import { shortText } from './short-text.ts';
import { topThree } from './top-three.ts';
import { whoIsAnswering } from './who-is-answering.ts';

export const kinds = {
  'choose-one': chooseOne,
  'choose-many': chooseMany,
  agreement,
  faces,
  items,
  pictures,
  'top-three': topThree,
  'short-text': shortText,
  'long-text': longText,
  number,
  date,
  area,
  information,
  'who-is-answering': whoIsAnswering,
} satisfies Record<string, Kind<BaseQuestion, Answer>>;

export type KindName = keyof typeof kinds;
export type QuestionOf<K extends KindName> = ReturnType<(typeof kinds)[K]['fresh']>;
export type Question = { [K in KindName]: QuestionOf<K> }[KindName];

export const isKind = (name: unknown): name is KindName => typeof name === 'string' && Object.hasOwn(kinds, name);

/** What the builder calls a kind: 'Choose one'. */
export const kindName = (kind: KindName, t: Translate): string => t(`surveys.kind.${kind}`);

export const kindOf = (question: { kind: KindName }): Kind<BaseQuestion, Answer> => kinds[question.kind];

/** The control that a page draws for this question. */
export const controlOf = (question: Question): Control =>
  question.kind === 'pictures' && !question.many ? 'radios' : kindOf(question).control;

/** What was posted, as an answer or an error. */
export const readAnswer = (question: Question, raw: Raw): Reading => kindOf(question).read(question, raw);

/** The answer in words; 'Not provided' for one that was skipped. */
export const describeAnswer = (question: Question, answer: Answer | null | undefined, t: Translate): string =>
  answer === null || answer === undefined ? t('surveys.not-provided') : kindOf(question).describe(question, answer, t);

/** Everything that can be chosen or counted, with its words. */
export const choices = (question: Question, t: Translate): { id: string; words: string }[] =>
  kindOf(question)
    .tallyOptions(question)
    .map((choice: Choice) => ({ id: choice.id, words: choiceWords(choice, t) }));
