import { describe, expect, test } from 'vitest';
import { consultationState, hubPlace, takesAnswers, type StateDates } from '../../src/consultations/state.ts';

const published: StateDates = {
  opensOn: '2026-11-02',
  closesOn: '2026-12-04',
  publishedOn: '2026-10-26',
  acknowledgedOn: null,
  outcomePublishedOn: null,
};

describe('the state follows from the dates', () => {
  test.each([
    ['2026-11-01', 'opening-soon'],
    ['2026-11-02', 'open'],
    ['2026-12-03', 'open'],
    ['2026-12-04', 'closing-today'],
    ['2026-12-05', 'closed'],
  ])('on %s it is %s', (today, state) => expect(consultationState(published, today)).toBe(state));

  test('what is not published is a draft on every day', () => {
    for (const today of ['2026-11-01', '2026-11-22', '2026-12-05']) {
      expect(consultationState({ ...published, publishedOn: null }, today)).toBe('draft');
    }
  });

  test('after the close: acknowledged, then decided', () => {
    const acknowledged = { ...published, acknowledgedOn: '2026-12-10' };
    expect(consultationState(acknowledged, '2026-12-10')).toBe('acknowledged');
    expect(consultationState({ ...acknowledged, outcomePublishedOn: '2027-01-20' }, '2027-01-20')).toBe('decided');
    expect(consultationState({ ...published, outcomePublishedOn: '2027-01-20' }, '2027-01-20')).toBe('decided');
  });

  test('nothing is acknowledged or decided while people can still answer', () => {
    const early = { ...published, acknowledgedOn: '2026-11-20', outcomePublishedOn: '2026-11-20' };
    expect(consultationState(early, '2026-11-22')).toBe('open');
    expect(consultationState(early, '2026-12-04')).toBe('closing-today');
  });

  test('a single day opens and closes', () => {
    expect(consultationState({ ...published, opensOn: '2026-12-04' }, '2026-12-04')).toBe('closing-today');
  });
});

test('answers are taken until the closing day is over', () => {
  const days = ['2026-11-01', '2026-11-02', '2026-12-04', '2026-12-05'];
  expect(days.map(day => takesAnswers(consultationState(published, day)))).toEqual([false, true, true, false]);
});

test('each state has its place on the hub', () => {
  expect(hubPlace('draft')).toBeNull();
  expect(hubPlace('opening-soon')).toBeNull();
  expect(hubPlace('open')).toBe('open-now');
  expect(hubPlace('closing-today')).toBe('open-now');
  expect(hubPlace('closed')).toBe('working-on-it');
  expect(hubPlace('acknowledged')).toBe('working-on-it');
  expect(hubPlace('decided')).toBe('what-changed');
});
