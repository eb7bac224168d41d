import { formatShortDay } from '../calendar/london.ts';
import type { ConsultationState } from '../consultations/state.ts';
import type { KindName, Translate } from '../surveys/definition.ts';
import { percentOf, type WeekRow } from './disclosure.ts';
import { sentenceThatAnswers, type QuestionFigures } from './snapshot-rules.ts';

/** A question, or the weeks, as a sentence and a table with bars; no rows where nothing may be shown. */
export type FigureView = {
  id: string;
  ask: string;
  finding: string;
  note: string;
  labelHeading: string;
  rows: BarRow[];
};
/** `share` is the bar's length from 0 to 1. */
export type BarRow = { label: string; count: number; share: number; text: string };

/** The state of a consultation as a tag. */
export const stateTags: Record<ConsultationState, { text: string; state: 'kept' | 'due' | 'plain' }> = {
  draft: { text: 'Not published', state: 'plain' },
  'opening-soon': { text: 'Opens soon', state: 'plain' },
  open: { text: 'Open', state: 'kept' },
  'closing-today': { text: 'Closes today', state: 'due' },
  closed: { text: 'Closed: our reply comes next', state: 'plain' },
  acknowledged: { text: 'Replied: our decision comes next', state: 'plain' },
  decided: { text: 'Decided', state: 'kept' },
};

/** One question's figures for the page. Long bars are the share of those who answered it. */
export function figureView(question: QuestionFigures, t: Translate): FigureView {
  const { id, ask, skipped, base, rows } = question;
  const bars = rows.map(({ words, count, percent }) => ({
    label: words,
    count,
    share: base ? count / base : 0,
    text: `${count} (${percent}%)`,
  }));
  const note = question.shown ? noteOn(question.kind, skipped ?? 0) : '';
  return { id, ask, finding: `${sentenceThatAnswers(question, t)}.`, note, labelHeading: 'Answer', rows: bars };
}

/** What the sentence leaves out: that people could choose several answers, and how many left the question out. */
export function noteOn(kind: KindName, skipped: number): string {
  // The sentence about a question in free words already says how many of how many wrote.
  if (kind === 'short-text' || kind === 'long-text') return '';
  const several = kind === 'choose-many' ? ['People could choose more than one.'] : [];
  const left = skipped > 0 ? [`${skipped} ${skipped === 1 ? 'person' : 'people'} left this out.`] : [];
  return [...several, ...left].join(' ');
}

/** When people answered, in weeks that hold enough of them. */
export function arrivalsView(weeks: readonly WeekRow[], today: string): FigureView {
  const total = weeks.reduce((sum, week) => sum + week.count, 0);
  const most = Math.max(...weeks.map(week => week.count));
  const rows = weeks.map(week => ({
    label: weekWords(week, today),
    count: week.count,
    share: most === 0 ? 0 : week.count / most,
    text: `${week.count} (${percentOf(week.count, total)}%)`,
  }));
  const top = rows.find(row => row.count === most);
  const finding =
    rows.length > 1 && top
      ? `The busiest days were ${top.label}: ${top.count} of ${total} people (${percentOf(top.count, total)}%).`
      : `${total} people answered.`;
  return { id: 'days', ask: 'When people answered', finding, note: '', labelHeading: 'Days', rows };
}

function weekWords({ from, to }: WeekRow, today: string): string {
  const [start, end] = [formatShortDay(from, today), formatShortDay(to, today)];
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))} to ${end}` : `${start} to ${end}`;
}
