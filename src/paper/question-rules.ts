import { choiceWords, type Choice, type Translate } from '../surveys/kinds/kind.ts';
import { kindOf, type Question } from '../surveys/kinds/registry.ts';
import type { Step } from '../surveys/steps.ts';

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
export function partsOf(steps: readonly Step[], t: Translate): PaperPart[] {
  let n = 0;
  return steps.map(({ question }) => {
    if (kindOf(question).emptyOk) return textOf(question);
    n += 1;
    return questionOf(question, n, t);
  });
}

const textOf = (question: Question): PaperText => ({
  asks: false,
  id: question.id,
  heading: question.ask,
  body: question.kind === 'information' ? question.body.split(/\n\s*\n/) : [],
});

function questionOf(question: Question, n: number, t: Translate): PaperQuestion {
  const kind = kindOf(question);
  const isChoice = kind.control === 'radios' || kind.control === 'checkboxes';
  return {
    asks: true,
    id: question.id,
    n,
    ask: question.ask,
    hint: question.hint ?? '',
    how: howOf(question, t),
    ticks: isChoice ? kind.tallyOptions(question).map((choice: Choice) => choiceWords(choice, t)) : [],
    lines: linesOf(question),
    cells: cellsOf(question, t),
    then: [],
  };
}

function howOf(question: Question, t: Translate): string {
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

function cellsOf(question: Question, t: Translate): PaperQuestion['cells'] {
  if (question.kind === 'number') return [{ label: question.unit ?? '', count: 4 }];
  if (question.kind !== 'date') return [];
  return [
    { label: t('web.day'), count: 2 },
    { label: t('web.month'), count: 2 },
    { label: t('web.year'), count: 4 },
  ];
}
