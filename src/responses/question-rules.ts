import type { Shown, ShownMedia } from '../media/media-rules.ts';
import type { Answer, Answers, AnswerError, Choice, Control, Raw, Translate } from '../surveys/kinds/kind.ts';
import { choiceWords, NONE, NOT_SURE, PREFER_NOT, valuesOf } from '../surveys/kinds/kind.ts';
import { controlOf, describeAnswer, kindOf, type Question } from '../surveys/kinds/registry.ts';
import { datePartsOf, type DatePart } from '../surveys/kinds/date.ts';
import { RANKS } from '../surveys/kinds/top-three.ts';
import { ahead, type Ahead } from '../surveys/ahead-rules.ts';
import { isWritten } from '../words/written-rules.ts';
import { pathOf, QUOTE, type Step } from '../surveys/steps.ts';

/** A question as `responses/question` shows it: in the journey, and in the desk's preview. */
export type QuestionView = {
  control: Control;
  name: 'answer';
  label: string;
  labelIsHeading: true;
  hint: string;
  /** What stands below the hint: how to answer. */
  more: string;
  error: string;
  options: OptionView[];
  value: string | string[] | { day: string; month: string; year: string };
  /** Short words to type fit a short box. */
  width: 'short' | 'full';
  unit: string;
  limit: number | null;
  /** The boxes of a date, and the one that is wrong where the others are not. */
  parts: DatePart[];
  wrongPart: string;
  /** What there is to read, by paragraphs. */
  body: string[];
  /** The video, recording or picture that goes with it. */
  media: Shown | null;
};

export type OptionView = {
  value: string;
  label: string;
  apart: boolean;
  /** Which face stands beside the words. */
  face: string;
  picture: Shown | null;
};

/** What was posted of an answer, among the other fields of its form. */
export const rawOf = (typed: Raw): Raw =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => name.startsWith('answer')));

/** What the fields hold: the kept answer, or what was typed and could not be taken; and whether a child reads them. */
export type Given = { answer?: Answer | null | undefined; typed?: Raw; error?: AnswerError; forChild?: boolean };

/** The files of the survey, and the id of the one that is shown or heard with this question. */
export type Files = { shown: ShownMedia; media: string | null };

export function questionView(
  question: Question,
  t: Translate,
  { answer, typed, error, forChild = false }: Given = {},
  { shown, media }: Files = { shown: new Map(), media: null },
): QuestionView {
  const kind = kindOf(question);
  const raw = typed ?? (answer === null || answer === undefined ? {} : kind.fill(answer));
  const control = controlOf(question);
  const offered = ['radios', 'checkboxes', 'selects'].includes(control) ? kind.tallyOptions(question) : [];
  const [hint = '', ...more] = hintsOf(question, t);
  return {
    control,
    name: 'answer',
    label: question.ask,
    labelIsHeading: true,
    hint,
    more: more.join(' '),
    error: error ? t(error.key, error.params) : '',
    options: (forChild ? childFirst(question, offered) : offered).map(choice => optionOf(choice, t, shown)),
    value: valueOf(control, raw),
    width: question.kind === 'area' ? 'short' : 'full',
    unit: question.kind === 'number' ? (question.unit ?? '') : '',
    limit: question.kind === 'long-text' ? (question.limit ?? 5000) : null,
    parts: question.kind === 'date' ? datePartsOf(question) : [],
    wrongPart: error?.part ?? '',
    body: question.kind === 'information' ? question.body.split(/\n\s*\n/) : [],
    media: shown.get(media ?? '') ?? null,
  };
}

/** The officer's own hint, that the question stays in English on this page, how to answer, and that it may be skipped. */
function hintsOf(question: Question, t: Translate): string[] {
  const kind = kindOf(question);
  const how = kind.how?.(question);
  const maySkip = !question.required && !kind.emptyOk;
  return [
    question.hint ?? '',
    isWritten(question.ask) ? t('responses.question.in-english') : '',
    how ? t(how.key, how.params) : '',
    maySkip ? t('responses.question.may-skip') : '',
  ].filter(Boolean);
}

/** A child who says who is answering finds themselves first. */
const childFirst = ({ kind }: Question, choices: Choice[]): Choice[] =>
  kind === 'who-is-answering'
    ? choices.toSorted((one, other) => Number(isYoung(other)) - Number(isYoung(one)))
    : choices;

const isYoung = ({ id }: Choice): boolean => id === 'young';

const optionOf = (choice: Choice, t: Translate, shown: ShownMedia): OptionView => ({
  value: choice.id,
  label: choiceWords(choice, t),
  apart: [NOT_SURE, NONE, PREFER_NOT].includes(choice.id),
  face: choice.face ?? '',
  picture: shown.get(choice.picture ?? '') ?? null,
});

function valueOf(control: Control, raw: Raw): QuestionView['value'] {
  if (control === 'checkboxes') return valuesOf(raw);
  if (control === 'selects') return RANKS.map(rank => valuesOf(raw, rank)[0] ?? '');
  if (control !== 'date') return valuesOf(raw)[0] ?? '';
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(part => valuesOf(raw, `answer-${part}`)[0]);
  return { day, month, year };
}

/** The id of the field that an error is about: the first of several has the name of the whole. */
export const fieldOf = (error: AnswerError): string => (error.field === RANKS[0] ? 'answer' : error.field);

/** Steps that ask something: what 'question 3 of 8' counts. The last one, about quoting, comes on top for some. */
export const asking = (steps: readonly Step[]): Step[] => steps.filter(step => asks(step) && step.id !== QUOTE);

const asks = ({ question }: Pick<Step, 'question'>): boolean => !kindOf(question).emptyOk;

/** Where rules lead on from here: how many questions may follow. */
export const questionsAhead = (steps: readonly Step[], step: Step): Ahead =>
  ahead(steps, step, each => asks(each) && each.id !== QUOTE);

/** 'Question 3 of 8', 'Question 3' where answers still decide how many are `rest`, 'Something to read' or 'One last thing'. */
export function whereIn(path: readonly Step[], { id }: Step, rest: Ahead | null, t: Translate): string {
  if (id === QUOTE) return t('responses.question.last');
  const list = asking(path);
  const n = 1 + list.findIndex(step => step.id === id);
  if (n === 0) return t('responses.question.read');
  if (!rest || rest.fewest === rest.most)
    return t('responses.question.number', { n, of: rest ? n + rest.most : list.length });
  return t('responses.question.so-far', { n });
}

/** A question and its answer in words, line by line; no lines when it was skipped, which `skipped` then says. */
export type InWords = { id: string; ask: string; words: string[]; skipped: string };

export function answersInWords(
  steps: readonly Pick<Step, 'id' | 'question'>[],
  answers: Answers,
  t: Translate,
): InWords[] {
  return steps.filter(asks).map(({ id, question }) => {
    const answer = Object.hasOwn(answers, id) ? answers[id] : null;
    const words = answer === null || answer === undefined ? '' : describeAnswer(question, answer, t);
    const skipped = t(id === QUOTE ? 'responses.skipped-quote' : 'responses.skipped');
    return { id, ask: question.ask, words: words.split('\n').filter(line => line !== ''), skipped };
  });
}

/** The questions that were answered and are no longer on the way: what was said there is not sent. */
export function leftOut(steps: readonly Step[], answers: Answers): string[] {
  const path = pathOf(steps, answers);
  const answered = ({ id }: Step) => id !== QUOTE && (answers[id] ?? null) !== null;
  return steps.filter(step => answered(step) && !path.includes(step)).map(step => step.question.ask);
}
