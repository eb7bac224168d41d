import { expect, test } from 'vitest';
import type { ConsultationDates } from '../../src/charters/clocks.ts';
import { asOn, momentsAhead, type Moment } from '../../src/consultations/moment-rules.ts';

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
  const published = { ...dates, publishedOn: '2026-11-20' };
  expect(ahead('2026-12-14', published)).toEqual(['now', 'after', 'late']);
  expect(ahead('2026-11-25', published)).toEqual(['now', 'last', 'after', 'late']);
  expect(ahead('2026-12-16', { ...dates, acknowledgedOn: '2026-12-16' })).toEqual(['now']);
  expect(ahead('2027-01-10')).toEqual(['now']);
});

test('a plan without dates can be looked at today alone', () => {
  expect(momentsAhead({ ...dates, opensOn: '', closesOn: '' }, on('2026-11-20'))).toHaveLength(1);
});

test('today nothing is taken for granted, and later that it was published in time', () => {
  const draft = { dates, state: 'draft' as const };
  const stateOn = (moment: Moment, day: string) => asOn(draft, { moment, day }, '2026-11-20').state;
  expect(asOn(draft, { moment: 'now', day: '2026-11-20' }, '2026-11-20')).toBe(draft);
  expect(stateOn('before', '2026-11-24')).toBe('opening-soon');
  expect(stateOn('last', '2026-12-14')).toBe('closing-today');
});

test('a plan whose opening day has come opens as soon as it is published, and can be looked at as it will be then', () => {
  for (const today of ['2026-11-25', '2026-12-01', '2026-12-14']) {
    const [now, first] = momentsAhead(dates, on(today));
    expect([now, first]).toEqual([
      { moment: 'now', day: today },
      { moment: 'first', day: today },
    ]);
    const draft = { dates, state: 'draft' as const };
    const { state } = asOn(draft, { moment: 'first', day: today }, today);
    expect(state).toBe(today === '2026-12-14' ? 'closing-today' : 'open');
  }
});
