import { describe, expect, test } from 'vitest';
import { acknowledgementDueOn, clockState } from '../../src/charters/clocks.ts';

const open = { closingDays: new Set<string>() };
const dueOn = acknowledgementDueOn('2026-12-14', open);

test('W13 an acknowledgement is due ten working days after the close, or as many as the charter says', () => {
  expect(dueOn).toBe('2026-12-30');
  expect(acknowledgementDueOn('2026-12-14', open, 5)).toBe('2026-12-21');
  expect(acknowledgementDueOn('2026-12-14', { closingDays: new Set(['2026-12-30']) })).toBe('2026-12-31');
});

test('W13 an acknowledgement is overdue on the eleventh working day', () => {
  expect(clockState(dueOn, null, '2026-12-30', open)).toEqual({ state: 'due-soon', daysLate: 0, daysLeft: 0 });
  expect(clockState(dueOn, null, '2026-12-31', open)).toEqual({ state: 'overdue', daysLate: 1, daysLeft: 0 });
});

describe('before it is done', () => {
  test.each([
    ['2026-12-14', 'to-come', 10], // the close
    ['2026-12-23', 'to-come', 3], // 23, 24, 29 and 30: four days, today among them
    ['2026-12-24', 'due-soon', 2], // 24, 29 and 30: three
    ['2026-12-25', 'due-soon', 2], // a bank holiday is no day to work on it
    ['2026-12-28', 'due-soon', 2],
    ['2026-12-29', 'due-soon', 1],
    ['2026-12-30', 'due-soon', 0],
  ])('W13 on %s it is %s with %i working days left', (today, state, daysLeft) => {
    expect(clockState(dueOn, null, today, open)).toEqual({ state, daysLate: 0, daysLeft });
  });

  test.each([
    ['2027-01-01', 1], // New Year's Day adds nothing
    ['2027-01-03', 1],
    ['2027-01-04', 2],
    ['2027-01-11', 7],
  ])('W13 on %s it is overdue by %i working days', (today, daysLate) => {
    expect(clockState(dueOn, null, today, open)).toEqual({ state: 'overdue', daysLate, daysLeft: 0 });
  });

  test('what is due on a Friday is overdue on Monday', () => {
    const on = (today: string) => clockState('2026-12-04', null, today, open).state;
    expect(['2026-12-04', '2026-12-05', '2026-12-06', '2026-12-07'].map(on)).toEqual([
      'due-soon',
      'due-soon',
      'due-soon',
      'overdue',
    ]);
  });

  test('W13 a closing day of the partnership puts off the moment when it is overdue', () => {
    const closed = { closingDays: new Set(['2026-12-31']) };
    expect(clockState(dueOn, null, '2026-12-31', closed).state).toBe('due-soon');
    expect(clockState(dueOn, null, '2027-01-04', closed)).toEqual({ state: 'overdue', daysLate: 1, daysLeft: 0 });
  });
});

describe('once it is done', () => {
  test('W13 in time is kept, however long ago that is', () => {
    for (const doneOn of ['2026-12-15', '2026-12-30']) {
      expect(clockState(dueOn, doneOn, '2027-06-01', open)).toEqual({ state: 'kept', daysLate: 0, daysLeft: 0 });
    }
  });

  test('W13 later is late, by working days until it was done', () => {
    expect(clockState('2026-10-23', '2026-10-27', '2026-11-22', open)).toEqual({
      state: 'late',
      daysLate: 2,
      daysLeft: 0,
    });
    expect(clockState(dueOn, '2026-12-31', '2026-12-31', open).state).toBe('late');
  });
});
