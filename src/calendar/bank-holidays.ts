import { usualBankHolidays, type BankHoliday } from './usual-rules.ts';

export type { BankHoliday };

/** The years whose bank holidays are published: the first and the last. */
export const knownYears = { first: 2024, last: 2027 } as const;

/** Whether the bank holidays of this year are worked out by the usual rules because the real list is not known. */
export const isEstimated = (year: number): boolean => year < knownYears.first || year > knownYears.last;

/** The bank holidays of England and Wales in this year, in order of date; see `isEstimated` for how sure they are. */
export function bankHolidays(year: number): BankHoliday[] {
  if (isEstimated(year)) return usualBankHolidays(year);
  return published.filter(day => day.date.startsWith(`${year}-`));
}

/** Whether an ISO date (`YYYY-MM-DD`) is a bank holiday in England and Wales. */
export function isBankHoliday(date: string): boolean {
  return bankHolidayDates(Number(date.slice(0, 4))).has(date);
}

/** The ISO dates of a year's bank holidays. */
export function bankHolidayDates(year: number): ReadonlySet<string> {
  const known = remembered.get(year);
  if (known) return known;
  const dates = new Set(bankHolidays(year).map(day => day.date));
  remembered.set(year, dates);
  return dates;
}

const remembered = new Map<number, ReadonlySet<string>>();

// Source: GOV.UK, bank holidays, England and Wales (https://www.gov.uk/bank-holidays.json), as it stood on
// 22 November 2026. Contains public sector information licensed under the Open Government Licence v3.0.
// When a new year is published, add its days here and move `knownYears`.
const published: readonly BankHoliday[] = [
  { date: '2024-01-01', name: "New Year's Day" },
  { date: '2024-03-29', name: 'Good Friday' },
  { date: '2024-04-01', name: 'Easter Monday' },
  { date: '2024-05-06', name: 'Early May bank holiday' },
  { date: '2024-05-27', name: 'Spring bank holiday' },
  { date: '2024-08-26', name: 'Summer bank holiday' },
  { date: '2024-12-25', name: 'Christmas Day' },
  { date: '2024-12-26', name: 'Boxing Day' },
  { date: '2025-01-01', name: "New Year's Day" },
  { date: '2025-04-18', name: 'Good Friday' },
  { date: '2025-04-21', name: 'Easter Monday' },
  { date: '2025-05-05', name: 'Early May bank holiday' },
  { date: '2025-05-26', name: 'Spring bank holiday' },
  { date: '2025-08-25', name: 'Summer bank holiday' },
  { date: '2025-12-25', name: 'Christmas Day' },
  { date: '2025-12-26', name: 'Boxing Day' },
  { date: '2026-01-01', name: "New Year's Day" },
  { date: '2026-04-03', name: 'Good Friday' },
  { date: '2026-04-06', name: 'Easter Monday' },
  { date: '2026-05-04', name: 'Early May bank holiday' },
  { date: '2026-05-25', name: 'Spring bank holiday' },
  { date: '2026-08-31', name: 'Summer bank holiday' },
  { date: '2026-12-25', name: 'Christmas Day' },
  { date: '2026-12-28', name: 'Boxing Day (substitute day)' },
  { date: '2027-01-01', name: "New Year's Day" },
  { date: '2027-03-26', name: 'Good Friday' },
  { date: '2027-03-29', name: 'Easter Monday' },
  { date: '2027-05-03', name: 'Early May bank holiday' },
  { date: '2027-05-31', name: 'Spring bank holiday' },
  { date: '2027-08-30', name: 'Summer bank holiday' },
  { date: '2027-12-27', name: 'Christmas Day (substitute day)' },
  { date: '2027-12-28', name: 'Boxing Day (substitute day)' },
];
