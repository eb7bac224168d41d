/** Figures for board, public and API: a picture of the tallies that holds only what is safe to show. */
import { choices, type Definition, type KindName, type Question, type Translate } from '../surveys/definition.ts';
import type { SetAsideFigure } from '../unusual/why-rules.ts';
import type { SideTable } from './side-by-side-rules.ts';
import { asked } from '../surveys/pages.ts';
import { tellsNoMore, type Counts } from './branch-rules.ts';
import { BREAKDOWN_THRESHOLD, percentOf, safeQuestion, THRESHOLD, weeks, type WeekRow } from './disclosure.ts';
import { ANSWERED, NOT_ANSWERED, type TallyRow } from './tally-rules.ts';

/** A new picture needs this many responses more (or fewer) than the last, so that two pictures don't show one person. */
export const RENEW_AFTER = 10;

export interface FigureRow {
  id: string;
  words: string;
  count: number;
  percent: number;
}

/** One question's figures. When not `shown`, `base` and `skipped` are null and there are no rows. Texts have no rows. */
export interface QuestionFigures {
  id: string;
  ask: string;
  kind: KindName;
  shown: boolean;
  /** How many people answered, and how many skipped it. */
  base: number | null;
  skipped: number | null;
  rows: FigureRow[];
}

export interface SnapshotFigures {
  /** How many people answered; null while they are fewer than ten. */
  responses: number | null;
  perQuestion: QuestionFigures[];
  arrivals: WeekRow[];
}

/** The whole picture: groups side by side as well, and how many answers two people have set aside. */
export type PictureFigures = SnapshotFigures & { sides: SideTable[]; setAside: SetAsideFigure | null };

/**
 * Whether a new picture is due: ten responses' difference since the last one, and at the close if there is none. An open
 * picture stays ten responses behind, so the close brings a new one, but where almost as many left as came since.
 */
export function needsRenewal(previous: { responses: number } | null, responsesNow: number, isClosed: boolean): boolean {
  if (!previous && isClosed) return true;
  return Math.abs(responsesNow - (previous?.responses ?? 0)) >= RENEW_AFTER;
}

/**
 * The tallies as they stood at the end of the latest day after which ten responses or more have arrived; none when there
 * is no such day. A picture of these, taken while a consultation is open, stays ten responses behind the final one: so
 * that two pages side by side never show how the last few answered. Takes the rows of dimension 'day'.
 */
export function settledTallies(tallies: TallyRow[]): TallyRow[] {
  let after = 0;
  const days = daysOf(tallies).sort((a, b) => (a.day < b.day ? 1 : -1));
  const last = days.find(({ count }) => (after += count) - count >= RENEW_AFTER)?.day ?? '';
  const settled = tallies.filter(row => row.dimension === 'day' && row.value <= last);
  const sums = new Map<string, TallyRow>();
  for (const { question, option, count } of settled) {
    const key = `${question}\0${option}`;
    sums.set(key, { question, option, dimension: 'all', value: '', count: (sums.get(key)?.count ?? 0) + count });
  }
  return [...sums.values(), ...settled];
}

/** How many responses these tallies count. */
export const responsesIn = (tallies: TallyRow[]): number => countsOf(tallies).get('')?.get(ANSWERED) ?? 0;

/** The picture of these tallies (dimensions 'all' and 'day' are enough), with words in the language of `t`. */
export function buildSnapshot(
  definition: Definition,
  tallies: TallyRow[],
  threshold: number,
  t: Translate,
): SnapshotFigures {
  const counts = countsOf(tallies);
  const responses = responsesIn(tallies);
  const enough = responses >= Math.max(BREAKDOWN_THRESHOLD, threshold);
  const safe = new Map(
    asked(definition).map(question => {
      const own = counts.get(question.id) ?? new Map<string, number>();
      return [question.id, enough ? shownFigures(question, own, responses, threshold, t) : null];
    }),
  );
  const shown = (id: string) => Boolean(safe.get(id)) && tellsNoMore(definition, id, { counts, responses, shown });
  return {
    responses: enough ? responses : null,
    perQuestion: asked(definition).map(
      question => (shown(question.id) && safe.get(question.id)) || hiddenFigures(question),
    ),
    arrivals: enough ? weeks(daysOf(tallies), Math.max(BREAKDOWN_THRESHOLD, threshold)) : [],
  };
}

function countsOf(tallies: TallyRow[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { question, option, count } of tallies.filter(row => row.dimension === 'all')) {
    const own = counts.get(question) ?? new Map<string, number>();
    counts.set(question, own.set(option, count));
  }
  return counts;
}

const daysOf = (tallies: TallyRow[]) =>
  tallies
    .filter(row => row.question === '' && row.option === ANSWERED && row.dimension === 'day' && row.count > 0)
    .map(({ value, count }) => ({ day: value, count }));

const hiddenFigures = ({ id, ask, kind }: Question): QuestionFigures => ({
  id,
  ask,
  kind,
  shown: false,
  base: null,
  skipped: null,
  rows: [],
});

/** The question's figures, or null when they are not safe to show. */
function shownFigures(
  question: Question,
  own: Counts,
  responses: number,
  threshold: number,
  t: Translate,
): QuestionFigures | null {
  const offered = choices(question, t);
  const base = own.get(ANSWERED) ?? 0;
  const asked = base + (own.get(NOT_ANSWERED) ?? 0);
  if (hasOthers(own, offered) || isFew(responses - asked, threshold)) return null;
  const counts = offered.map(({ id }) => ({ id, count: own.get(id) ?? 0 }));
  const safe = safeQuestion(counts, base, asked, threshold);
  if (!safe.shown) return null;
  const { id, ask, kind } = question;
  const rows = safe.rows.map((row, at) => ({ ...row, words: offered[at]?.words ?? row.id }));
  return { id, ask, kind, shown: true, base: safe.base, skipped: safe.skipped, rows };
}

/** Counts of options that only an earlier version offered: left out, they would show by subtraction. */
function hasOthers(own: Counts, offered: { id: string }[]): boolean {
  const known = new Set([ANSWERED, NOT_ANSWERED, ...offered.map(each => each.id)]);
  return [...own].some(([option, count]) => count !== 0 && !known.has(option));
}

/** A question that came in a later version was not asked of everybody; those too must not be a few. */
const isFew = (people: number, threshold: number): boolean => people !== 0 && people < Math.max(THRESHOLD, threshold);

/** The sentence above the chart: "58 of 148 people (39%) said ‘Quite hard’". */
export function sentenceThatAnswers(question: QuestionFigures, t: Translate): string {
  const { shown, base, skipped, rows } = question;
  if (!shown || base === null) return t('surveys.sentence.too-few');
  const top = Math.max(...rows.map(row => row.count));
  const [first, ...level] = rows.filter(row => row.count === top);
  if (!first) return answeredSentence(question.kind, base, base + (skipped ?? 0), t);
  const { count, percent } = first;
  if (level.length === 0) return t('surveys.sentence.most', { count, base, percent, words: first.words });
  const words = [first, ...level].map(row => `‘${row.words}’`).join(', ');
  return t('surveys.sentence.level', { count, base, percent, words });
}

function answeredSentence(kind: KindName, base: number, of: number, t: Translate): string {
  const key = kind === 'short-text' || kind === 'long-text' ? 'words' : 'answered';
  return t(`surveys.sentence.${key}`, { base, of, percent: percentOf(base, of) });
}
