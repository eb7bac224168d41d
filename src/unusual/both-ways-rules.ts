/** Figures for the team with and without the answers that look unusual. */
import { percentOf } from '../analysis/disclosure.ts';
import type { TallyRow } from '../analysis/tally-rules.ts';
import { ANSWERED } from '../analysis/tally-rules.ts';
import { readSigns, signs, type Sign } from '../responses/unusual-rules.ts';
import { choices, type Question, type Translate } from '../surveys/definition.ts';

/** How many people count, how many of them look unusual, and how many are left without those. */
export type BothWays = { all: number; unusual: number; without: number };

/** Takes the rows of the dimensions 'all' and 'flagged'. */
export function peopleBothWays(tallies: readonly TallyRow[]): BothWays {
  const { all, flagged } = countsIn(tallies);
  return split(all('', ANSWERED), flagged('', ANSWERED));
}

/** A question with two columns: '58 of 148 (39%)'. */
export type QuestionBothWays = { id: string; ask: string; rows: { words: string; all: string; without: string }[] };

/** Every question that offers something to choose. */
export function questionsBothWays(
  questions: readonly Question[],
  tallies: readonly TallyRow[],
  t: Translate,
): QuestionBothWays[] {
  const { all, flagged } = countsIn(tallies);
  return questions.flatMap(question => {
    const { id, ask } = question;
    const base = split(all(id, ANSWERED), flagged(id, ANSWERED));
    const rows = choices(question, t).map(choice => {
      const count = split(all(id, choice.id), flagged(id, choice.id));
      const words = (which: 'all' | 'without') =>
        `${count[which]} of ${base[which]} (${percentOf(count[which], base[which])}%)`;
      return { words: choice.words, all: words('all'), without: words('without') };
    });
    return rows.length > 0 ? [{ id, ask, rows }] : [];
  });
}

const split = (all: number, unusual: number): BothWays => ({ all, unusual, without: all - unusual });

function countsIn(tallies: readonly TallyRow[]) {
  const counts = new Map(tallies.map(row => [`${row.dimension} ${row.question} ${row.option}`, row.count]));
  const of = (dimension: string) => (question: string, option: string) =>
    counts.get(`${dimension} ${question} ${option}`) ?? 0;
  return { all: of('all'), flagged: of('flagged') };
}

/** How many answers carry each sign; those that none carries are absent. An answer may carry several. */
export function countEach(rows: readonly { unusual: string | null; count: number }[]): { sign: Sign; count: number }[] {
  return signs.flatMap(sign => {
    const own = rows.filter(row => readSigns(row.unusual).includes(sign));
    const count = own.reduce((sum, row) => sum + row.count, 0);
    return count > 0 ? [{ sign, count }] : [];
  });
}
