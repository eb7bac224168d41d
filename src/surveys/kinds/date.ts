import * as z from 'zod';
import { monthOf } from '../../calendar/months.ts';
import {
  baseFields,
  fail,
  nothing,
  valuesOf,
  type Choice,
  type Kind,
  type Raw,
  type Reading,
  type Translate,
} from './kind.ts';
import { missingAsk } from './options.ts';
import { plainDigits } from './text.ts';

const day = z.iso.date('write the date as 2026-03-02');

// More cells than this can neither be read in a table nor each hold enough people.
const MOST_CELLS = 120;

// Nobody who answers remembers a day before it: an older year is a slip. A question may begin later, or earlier.
const EARLIEST = '1900-01-01';

interface Range {
  min?: string | undefined;
  max?: string | undefined;
  bins: 'month' | 'year';
}

const schema = z
  .strictObject({
    ...baseFields,
    kind: z.literal('date'),
    min: day.optional(),
    max: day.optional(),
    precision: z.literal('month', "precision is 'month', or is left out").optional(),
    bins: z.enum(['month', 'year'], "count dates by 'month' or by 'year'"),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'the first date is after the last')
  .refine(
    question => span(question) <= MOST_CELLS,
    'there are too many months or years between the first and last date',
  );

export type CalendarDate = z.infer<typeof schema>;

/** The boxes to write in. */
export type DatePart = 'day' | 'month' | 'year';

export const datePartsOf = ({ precision }: Pick<CalendarDate, 'precision'>): DatePart[] =>
  precision === 'month' ? ['month', 'year'] : ['day', 'month', 'year'];

/** Cells between the first and the last date; none when either is open, as they could not all be listed. */
function span({ min, max, bins }: Range): number {
  if (min === undefined || max === undefined) return 0;
  const years = Number(max.slice(0, 4)) - Number(min.slice(0, 4));
  return bins === 'year' ? years + 1 : years * 12 + Number(max.slice(5, 7)) - Number(min.slice(5, 7)) + 1;
}

function cellsBetween(question: CalendarDate): Choice[] {
  const { min = '', bins } = question;
  return Array.from({ length: span(question) }, (_, at): Choice => {
    if (bins === 'year')
      return { id: String(Number(min.slice(0, 4)) + at), words: String(Number(min.slice(0, 4)) + at) };
    const month = Temporal.PlainYearMonth.from(min.slice(0, 7)).add({ months: at });
    return { id: month.toString(), key: `surveys.month-year.${month.month}`, params: { year: String(month.year) } };
  });
}

/** '2 March 2026' or 'March 2026', in the words of the catalogue. */
function dateWords(date: string, t: Translate): string {
  const [year = '', month, day] = date.split('-');
  const monthYear = t(`surveys.month-year.${Number(month)}`, { year });
  return day === undefined ? monthYear : t('surveys.date', { day: Number(day), monthYear });
}

/** A day of a month to a date, or to null when the calendar has no such day. */
function realDate({ day, year }: Written, month: number): string | null {
  const whole = Temporal.PlainYearMonth.from({ year: Number(year), month });
  if (day === undefined) return whole.toString();
  return Number(day) <= whole.daysInMonth ? whole.toPlainDate({ day: Number(day) }).toString() : null;
}

type Written = { day?: string; month: string; year: string };

const writtenIn = (raw: Raw, parts: readonly DatePart[]): Written => ({
  month: '',
  year: '',
  ...Object.fromEntries(parts.map(part => [part, plainDigits(valuesOf(raw, `answer-${part}`).join(' ').trim())])),
});

/** One box is wrong. The first has the name of the whole, where an error about all of them leads. */
function failIn(part: DatePart, parts: readonly DatePart[], key: string): Reading<never> {
  const field = part === parts[0] ? 'answer' : `answer-${part}`;
  return { ok: false, error: { key: `surveys.error.${key}`, params: {}, field, part } };
}

/** From 1 to 31: which of them a month has is the calendar's to say. */
const isDay = (written: string): boolean => /^(?:0?[1-9]|[12]\d|3[01])$/.test(written);

/** A day, kept as '2026-03-02', or a month, kept as '2026-03'. Counted by month or year when both `min` and `max` are set. */
export const date: Kind<CalendarDate, string> = {
  schema,
  answer: z.union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)]),
  control: 'date',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'date', ask: '', bins: 'month' }),
  missing: question => missingAsk(question.ask),
  how: ({ precision = 'day' }) => ({ key: `surveys.how.date.${precision}`, params: {} }),
  read(question, raw) {
    const parts = datePartsOf(question);
    const written = writtenIn(raw, parts);
    const empty = parts.filter(part => written[part] === '');
    if (empty.length === parts.length) return nothing(question, `write-date.${question.precision ?? 'day'}`);
    if (empty[0]) return failIn(empty[0], parts, `date-without.${empty[0]}`);
    if (written.day !== undefined && !isDay(written.day)) return failIn('day', parts, 'not-a-date');
    const month = monthOf(written.month);
    if (month === null) return failIn('month', parts, 'unknown-month');
    if (!/^\d{4}$/.test(written.year)) return failIn('year', parts, 'whole-year');
    const answer = realDate(written, month);
    return answer === null ? fail('not-a-date') : within(question, answer);
  },
  fill(answer) {
    const [year = '', month, day] = answer.split('-');
    const shown = { 'answer-month': String(Number(month)), 'answer-year': year };
    return day === undefined ? shown : { 'answer-day': String(Number(day)), ...shown };
  },
  describe: (_question, answer, t) => dateWords(answer, t),
  cells: (question, answer) =>
    span(question) === 0 ? [] : [question.bins === 'year' ? answer.slice(0, 4) : answer.slice(0, 7)],
  tallyOptions: cellsBetween,
};

/** A year of two figures is one of this century, where that is not still to come: '24' is 2024. */
export function withWholeYear(raw: Raw, today: string): Raw {
  const year = plainDigits(valuesOf(raw, 'answer-year').join(' ').trim());
  const whole = `20${year}`;
  return /^\d{2}$/.test(year) && whole <= today.slice(0, 4) ? { ...raw, 'answer-year': whole } : raw;
}

/** A month is compared with the month of a limit. */
function within({ min = EARLIEST, max }: CalendarDate, answer: string): Reading<string> {
  const [first, last] = [min, max].map(limit => limit?.slice(0, answer.length));
  if (first !== undefined && answer < first) return fail('too-early', dateParams(first));
  if (last !== undefined && answer > last) return fail('too-late', dateParams(last));
  return { ok: true, answer };
}

/** A limit as the numbers that the page asks for: '1 3 2026'. */
const dateParams = (date: string): Record<string, string> => ({
  date: date.split('-').reverse().map(Number).join(' '),
});
