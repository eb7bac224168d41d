import { expect, test } from 'vitest';
import type { ConsultationDates } from '../../src/charters/clocks.ts';
import { asOn, momentsAhead } from '../../src/consultations/moment-rules.ts';

const dates: ConsultationDates = {
  opensOn: '2026-11-25',
  closesOn: '2026-12-14',
  outcomeOn: '2027-02-26',
  publishedOn: null,
  acknowledgedOn: null,
  acknowledgementLateReason: null,
  outcomePublishedOn: null,
  outcomeLateReason: null,
  allDoneBy: null,
  allDoneOn: null,
};
const on = (today: string) => ({ today, calendar: { closingDays: new Set<string>() }, days: 10 });

test('what is still to come can be looked at, each day once', () => {
  expect(momentsAhead(dates, on('2026-11-20'))).toEqual([
    { moment: 'now', day: '2026-11-20' },
    { moment: 'before', day: '2026-11-24' },
    { moment: 'first', day: '2026-11-25' },
    { moment: 'last', day: '2026-12-14' },
    { moment: 'after', day: '2026-12-15' },
    { moment: 'late', day: '2026-12-31' },
  ]);
  const ahead = (today: string, facts = dates) => momentsAhead(facts, on(today)).map(each => each.moment);
  expect(ahead('2026-11-24')).toEqual(['now', 'first', 'last', 'after', 'late']);
  expect(ahead('2026-12-14')).toEqual(['now', 'after', 'late']);
  expect(ahead('2026-12-16', { ...dates, acknowledgedOn: '2026-12-16' })).toEqual(['now']);
  expect(ahead('2027-01-10')).toEqual(['now']);
});

test('a plan without dates can be looked at today alone', () => {
  expect(momentsAhead({ ...dates, opensOn: '', closesOn: '' }, on('2026-11-20'))).toHaveLength(1);
});

test('today nothing is taken for granted, and later that it was published in time', () => {
  const draft = { dates, state: 'draft' as const };
  expect(asOn(draft, '2026-11-20', '2026-11-20')).toBe(draft);
  expect(asOn(draft, '2026-11-24', '2026-11-20').state).toBe('opening-soon');
  expect(asOn(draft, '2026-12-14', '2026-11-20').state).toBe('closing-today');
});
