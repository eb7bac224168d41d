import { QUOTE, type Choice } from '../surveys/kinds/kind.ts';
import { kindOf, type Question } from '../surveys/kinds/registry.ts';
import type { Step } from '../surveys/steps.ts';
import type { Say } from '../words/catalogue.ts';

/** A question as it is printed. */
export type PaperQuestion = {
  asks: true;
  id: string;
  n: number;
  ask: string;
  hint: string;
  /** What to do: 'Tick one box.' */
  how: string;
  ticks: string[];
  /** How many lines there are to write on. */
  lines: number;
  /** Boxes to write figures in. */
  cells: { label: string; count: number }[];
  /** Where to go on from here, when it depends on the answer. */
  then: string[];
};
/** Something to read between the questions. */
export type PaperText = { asks: false; id: string; heading: string; body: string[] };
export type PaperPart = PaperQuestion | PaperText;

/** Every page of the survey in its order. Questions have the numbers that the journey and the typing page give them. */
export function partsOf(steps: readonly Step[], t: Say): PaperPart[] {
  let n = 0;
  return steps.map(({ question }) => {
    if (kindOf(question).emptyOk) return textOf(question, t);
    n += 1;
    return questionOf(question, n, t);
  });
}

const textOf = (question: Question, t: Say): PaperText => ({
  asks: false,
  id: question.id,
  heading: wordsOf(question, question.ask, t),
  body: question.kind === 'information' ? question.body.split(/\n\s*\n/).map(text => t.written(text)) : [],
});

function questionOf(question: Question, n: number, t: Say): PaperQuestion {
  const kind = kindOf(question);
  const isChoice = kind.control === 'radios' || kind.control === 'checkboxes';
  return {
    asks: true,
    id: question.id,
    n,
    ask: wordsOf(question, question.ask, t),
    hint: wordsOf(question, question.hint ?? '', t),
    how: howOf(question, t),
    ticks: isChoice ? kind.tallyOptions(question).map(choice => choiceIn(question, choice, t)) : [],
    lines: linesOf(question),
    cells: cellsOf(question, t),
    then: [],
  };
}

// The question that every survey with words ends with is our own, and has words in every language.
const wordsOf = (question: Question, words: string, t: Say): string =>
  question.id === QUOTE ? words : t.written(words);

const choiceIn = (question: Question, choice: Choice, t: Say): string =>
  'key' in choice ? t(choice.key, choice.params) : wordsOf(question, choice.words, t);

function howOf(question: Question, t: Say): string {
  const { control } = kindOf(question);
  if (question.kind === 'choose-many' && question.atMost) return t('paper.tick-at-most', { n: question.atMost });
  return t(`paper.do-${control}`);
}

/** Short answers have one line, long ones as many as a family may fill. */
function linesOf(question: Question): number {
  if (kindOf(question).control === 'line') return 1;
  if (question.kind !== 'long-text') return 0;
  return Math.min(12, Math.max(4, Math.round((question.limit ?? 5000) / 250)));
}

function cellsOf(question: Question, t: Say): PaperQuestion['cells'] {
  if (question.kind === 'number') return [{ label: question.unit ?? '', count: 4 }];
  if (question.kind !== 'date') return [];
  return [
    { label: t('web.day'), count: 2 },
    { label: t('web.month'), count: 2 },
    { label: t('web.year'), count: 4 },
  ];
}
