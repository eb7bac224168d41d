/** Which counts may be shown outside the team without telling what one person, or a few, answered. */

/** Fewer people than this are never shown outside the team. Settings may raise it, nothing lowers it. */
export const THRESHOLD = 5;

/** The same for counts within a breakdown (by week, by who answered). */
export const BREAKDOWN_THRESHOLD = 10;

export interface Count {
  id: string;
  count: number;
}

export interface ShownCount extends Count {
  /** Of those who answered the question, rounded. */
  percent: number;
}

export type SafeQuestion = { shown: true; base: number; skipped: number; rows: ShownCount[] } | { shown: false };

const floor = (threshold: number): number => Math.max(THRESHOLD, threshold);

/**
 * The counts of a question, or none of them. `counts` holds every option, zeros too; `base` answered, of `total` who
 * were asked. Hidden as soon as one number of people is below the threshold, be it shown or left over by subtraction:
 * - an option (a zero says something about everybody);
 * - those who did not choose it (the same, the other way round);
 * - those who skipped, unless nobody did;
 * - those who chose several, which the sum of the options gives away.
 */
export function safeQuestion(counts: Count[], base: number, total: number, threshold = THRESHOLD): SafeQuestion {
  const least = floor(threshold);
  const few = (people: number): boolean => people > 0 && people < least;
  const skipped = total - base;
  const several = counts.reduce((sum, { count }) => sum + count, 0) - base;
  const unsafe =
    base < least ||
    skipped < 0 ||
    few(skipped) ||
    counts.some(({ count }) => count < least || base - count < least) ||
    (counts.length > 0 && (several < 0 || few(several)));
  if (unsafe) return { shown: false };
  const rows = counts.map(({ id, count }) => ({ id, count, percent: percentOf(count, base) }));
  return { shown: true, base, skipped, rows };
}

/** '12 of 40' as 30. */
export const percentOf = (count: number, base: number): number => (base === 0 ? 0 : Math.round((100 * count) / base));

export interface WeekRow {
  /** The first and the last day, both counted: a Monday and a Sunday, one or more weeks later. */
  from: string;
  to: string;
  count: number;
}

/**
 * Arrivals by day, merged into ISO weeks and those with their neighbours until every row holds enough people. The rows
 * follow one another without a gap, as a missing week would say 'nobody'. All together too few: no rows.
 */
export function weeks(days: { day: string; count: number }[], threshold = BREAKDOWN_THRESHOLD): WeekRow[] {
  const least = floor(threshold);
  const rows: WeekRow[] = [];
  for (const { day, count } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const last = rows.at(-1);
    const full = last !== undefined && last.count >= least && day > last.to;
    if (!last || full) rows.push({ from: last ? dayAfter(last.to) : mondayOf(day), to: sundayOf(day), count });
    else rows.splice(-1, 1, { from: last.from, to: sundayOf(day), count: last.count + count });
  }
  return joinLast(rows, least);
}

/** The last row may hold too few: then it joins the one before it, or, being alone, isn't shown. */
function joinLast(rows: WeekRow[], least: number): WeekRow[] {
  const last = rows.at(-1);
  if (!last || last.count >= least) return rows;
  const before = rows.at(-2);
  return before ? [...rows.slice(0, -2), { from: before.from, to: last.to, count: before.count + last.count }] : [];
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

function mondayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

const sundayOf = (day: string): string => Temporal.PlainDate.from(mondayOf(day)).add({ days: 6 }).toString();
