import { choices, kindOf, type Question, type Translate } from '../surveys/definition.ts';
import { noteOn, type FigureView } from './board-view.ts';
import { percentOf } from './disclosure.ts';
import { sentenceThatAnswers } from './snapshot-rules.ts';
import type { TallyRow } from './tally-rules.ts';
import { ANSWERED, NOT_ANSWERED } from './tally-rules.ts';

/** One question's live counts, for the team alone: no threshold is applied. */
export type LiveFigure = FigureView & { isText: boolean; answered: number };

/** The counts as they stand, for every question that asks something. Takes the rows of dimension 'all'. */
export function liveFigures(questions: readonly Question[], tallies: readonly TallyRow[], t: Translate): LiveFigure[] {
  const counts = new Map(
    tallies.filter(row => row.dimension === 'all').map(row => [`${row.question} ${row.option}`, row.count]),
  );
  return questions
    .filter(question => !kindOf(question).emptyOk)
    .map(question => liveFigure(question, option => counts.get(`${question.id} ${option}`) ?? 0, t));
}

function liveFigure(question: Question, countOf: (option: string) => number, t: Translate): LiveFigure {
  const { id, ask, kind } = question;
  const base = countOf(ANSWERED);
  const skipped = countOf(NOT_ANSWERED);
  const rows = choices(question, t).map(choice => {
    const count = countOf(choice.id);
    return { id: choice.id, words: choice.words, count, percent: percentOf(count, base) };
  });
  const figures = { id, ask, kind, shown: true, base, skipped, rows };
  return {
    id,
    ask,
    isText: kindOf(question).isText,
    answered: base,
    finding: base === 0 ? 'Nobody has answered this yet.' : `${sentenceThatAnswers(figures, t)}.`,
    note: noteOn(kind, skipped),
    labelHeading: 'Answer',
    rows: base === 0 ? [] : rows.map(row => barOf(row, base)),
  };
}

const barOf = (row: { words: string; count: number; percent: number }, base: number): FigureView['rows'][number] => ({
  label: row.words,
  count: row.count,
  share: row.count / base,
  text: `${row.count} (${row.percent}%)`,
});
