import type { Answer, Answers, AnswerError, Choice, Control, Raw, Translate } from '../surveys/kinds/kind.ts';
import { choiceWords, NOT_SURE, valuesOf } from '../surveys/kinds/kind.ts';
import { describeAnswer, kindOf, type Question } from '../surveys/kinds/registry.ts';
import type { Step } from '../surveys/steps.ts';

/** A question as `responses/question` shows it: in the journey, and in the desk's preview. */
export type QuestionView = {
  control: Control;
  name: 'answer';
  label: string;
  labelIsHeading: true;
  hint: string;
  error: string;
  options: { value: string; label: string; apart: boolean }[];
  value: string | string[] | { day: string; month: string; year: string };
  unit: string;
  limit: number | null;
  /** What there is to read, by paragraphs. */
  body: string[];
};

/** What the fields hold: the kept answer, or what was typed and could not be taken. */
export type Given = { answer?: Answer | null | undefined; typed?: Raw; error?: AnswerError };

export function questionView(question: Question, t: Translate, { answer, typed, error }: Given = {}): QuestionView {
  const kind = kindOf(question);
  const raw = typed ?? (answer === null || answer === undefined ? {} : kind.fill(answer));
  const offered = kind.control === 'radios' || kind.control === 'checkboxes' ? kind.tallyOptions(question) : [];
  return {
    control: kind.control,
    name: 'answer',
    label: question.ask,
    labelIsHeading: true,
    hint: question.hint || (question.required || kind.emptyOk ? '' : t('responses.question.may-skip')),
    error: error ? t(error.key, error.params) : '',
    options: offered.map(choice => optionOf(choice, t)),
    value: valueOf(kind.control, raw),
    unit: question.kind === 'number' ? (question.unit ?? '') : '',
    limit: question.kind === 'long-text' ? (question.limit ?? 5000) : null,
    body: question.kind === 'information' ? question.body.split(/\n\s*\n/) : [],
  };
}

const optionOf = (choice: Choice, t: Translate) => ({
  value: choice.id,
  label: choiceWords(choice, t),
  apart: choice.id === NOT_SURE,
});

function valueOf(control: Control, raw: Raw): QuestionView['value'] {
  if (control === 'checkboxes') return valuesOf(raw);
  if (control !== 'date') return valuesOf(raw)[0] ?? '';
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(part => valuesOf(raw, `answer-${part}`)[0]);
  return { day, month, year };
}

/** The id of the field that an error is about: the first part of a date has the name of the whole. */
export const fieldOf = (error: AnswerError): string => (error.field === 'answer-day' ? 'answer' : error.field);

/** Steps that ask something: what 'question 3 of 8' counts. */
export const asking = (steps: readonly Step[]): Step[] => steps.filter(step => !kindOf(step.question).emptyOk);

/** Which question this is, from 1; null for a page that asks nothing. */
export function numberOf(steps: readonly Step[], id: string): { n: number; of: number } | null {
  const list = asking(steps);
  const at = list.findIndex(step => step.id === id);
  return at < 0 ? null : { n: at + 1, of: list.length };
}

/** A question and its answer in words, line by line; no lines when it was skipped. */
export type InWords = { id: string; ask: string; words: string[] };

export function answersInWords(steps: readonly Step[], answers: Answers, t: Translate): InWords[] {
  return asking(steps).map(({ id, question }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : null;
    const words = answer === null || answer === undefined ? '' : describeAnswer(question, answer, t);
    return { id, ask: question.ask, words: words.split('\n').filter(line => line !== '') };
  });
}
