import * as z from 'zod';
import { baseFields, fail, nothing, valuesOf, type Choice, type Kind, type Raw, type Translate } from './kind.ts';
import { missingAsk } from './options.ts';
import { plainDigits } from './text.ts';

const day = z.iso.date('write the date as 2026-03-02');

// More cells than this can neither be read in a table nor each hold enough people.
const MOST_CELLS = 120;

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
    bins: z.enum(['month', 'year'], "count dates by 'month' or by 'year'"),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'the first date is after the last')
  .refine(
    question => span(question) <= MOST_CELLS,
    'there are too many months or years between the first and last date',
  );

export type CalendarDate = z.infer<typeof schema>;

const FIELDS = ['answer-day', 'answer-month', 'answer-year'] as const;

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

/** '2 March 2026', in the words of the catalogue. */
function dateWords(date: string, t: Translate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return t('surveys.date', { day, monthYear: t(`surveys.month-year.${month}`, { year: String(year) }) });
}

/** Three fields to a date, or to null when the calendar has no such day. */
function realDate(parts: string[]): string | null {
  if (!parts.every((part, at) => (at === 2 ? /^\d{4}$/ : /^\d{1,2}$/).test(part))) return null;
  const [day = 0, month = 0, year = 0] = parts.map(Number);
  const last = month >= 1 && month <= 12 ? Temporal.PlainYearMonth.from({ year, month }).daysInMonth : 0;
  return day >= 1 && day <= last ? Temporal.PlainDate.from({ year, month, day }).toString() : null;
}

const partsOf = (raw: Raw) => FIELDS.map(field => plainDigits(valuesOf(raw, field).join(' ').trim()));

/** A day, kept as '2026-03-02'. Counted by month or year when both `min` and `max` are set. */
export const date: Kind<CalendarDate, string> = {
  schema,
  answer: z.iso.date(),
  control: 'date',
  isText: false,
  emptyOk: false,
  fresh: id => ({ id, kind: 'date', ask: '', bins: 'month' }),
  missing: question => missingAsk(question.ask),
  read(question, raw) {
    const parts = partsOf(raw);
    if (parts.every(part => part === '')) return nothing(question, 'write-date', FIELDS[0]);
    const empty = FIELDS.find((_, at) => parts[at] === '');
    if (empty) return fail(`date-without.${empty.slice('answer-'.length)}`, {}, empty);
    const answer = realDate(parts);
    if (answer === null) return fail('not-a-date', {}, FIELDS[0]);
    if (question.min !== undefined && answer < question.min)
      return fail('too-early', dateParams(question.min), FIELDS[0]);
    if (question.max !== undefined && answer > question.max)
      return fail('too-late', dateParams(question.max), FIELDS[0]);
    return { ok: true, answer };
  },
  fill: answer => ({
    'answer-day': String(Number(answer.slice(8))),
    'answer-month': String(Number(answer.slice(5, 7))),
    'answer-year': answer.slice(0, 4),
  }),
  describe: (_question, answer, t) => dateWords(answer, t),
  cells: (question, answer) =>
    span(question) === 0 ? [] : [question.bins === 'year' ? answer.slice(0, 4) : answer.slice(0, 7)],
  tallyOptions: cellsBetween,
};

/** A limit as the three numbers that the page asks for: '1 3 2026'. */
function dateParams(date: string): Record<string, string> {
  return { date: [date.slice(8), date.slice(5, 7), date.slice(0, 4)].map(Number).join(' ') };
}
