import { describe, expect, test } from 'vitest';
import type { ConsultationDates } from '../../src/charters/clocks.ts';
import { promiseLine } from '../../src/charters/promise-line.ts';

const open = { closingDays: new Set<string>() };
const today = '2026-11-22';

const nothingDone = {
  acknowledgedOn: null,
  acknowledgementLateReason: null,
  outcomePublishedOn: null,
  outcomeLateReason: null,
  allDoneBy: null,
  allDoneOn: null,
};

const shortBreaks: ConsultationDates = {
  ...nothingDone,
  opensOn: '2026-11-02',
  closesOn: '2026-12-04',
  outcomeOn: '2027-01-29',
  publishedOn: '2026-10-26',
};

const transport: ConsultationDates = {
  ...nothingDone,
  opensOn: '2026-09-07',
  closesOn: '2026-10-09',
  outcomeOn: '2026-12-11',
  publishedOn: '2026-09-01',
  acknowledgedOn: '2026-10-27',
  acknowledgementLateReason: 'our mail system failed',
};

describe('while people can answer', () => {
  test('K12 it opened; the close, the reply and the decision are to come', () => {
    expect(promiseLine(shortBreaks, today, open)).toEqual([
      { key: 'opened', state: 'kept', date: '2026-11-02' },
      { key: 'closes', state: 'to-come', date: '2026-12-04' },
      { key: 'reply-by', state: 'to-come', date: '2026-12-18' },
      { key: 'decide-by', state: 'to-come', date: '2027-01-29' },
    ]);
  });

  test('it opens on its day, and the closing day is still to come all day', () => {
    const first = (day: string) => promiseLine(shortBreaks, day, open)[0];
    expect(first('2026-11-01')).toEqual({ key: 'opens', state: 'to-come', date: '2026-11-02' });
    expect(first('2026-11-02')).toEqual({ key: 'opened', state: 'kept', date: '2026-11-02' });
    expect(keys(shortBreaks, '2026-12-04')).toEqual(['opened', 'closes', 'reply-by', 'decide-by']);
    expect(keys(shortBreaks, '2026-12-05')).toEqual(['closed', 'reply-by', 'decide-by']);
  });

  test('published after its opening day, it opened when it was published', () => {
    const [first] = promiseLine({ ...shortBreaks, publishedOn: '2026-11-04' }, today, open);
    expect(first).toEqual({ key: 'opened', state: 'kept', date: '2026-11-04' });
  });

  test('the charter may allow another number of days for the reply', () => {
    expect(promiseLine(shortBreaks, today, open, 5)[2]?.date).toBe('2026-12-11');
  });
});

test('a plan that is not published has kept and missed nothing', () => {
  const line = promiseLine({ ...shortBreaks, publishedOn: null }, '2027-03-01', open);
  expect(line.map(station => station.key)).toEqual(['opens', 'closes', 'reply-by', 'decide-by']);
  expect(line.map(station => station.state)).toEqual(['to-come', 'to-come', 'to-come', 'to-come']);
});

describe('after the close', () => {
  test('W13 a late reply says by how many working days, and why', () => {
    expect(promiseLine(transport, today, open)).toEqual([
      { key: 'closed', state: 'kept', date: '2026-10-09' },
      { key: 'replied-late', state: 'late', date: '2026-10-27', lateBy: 2, reason: 'our mail system failed' },
      { key: 'decide-by', state: 'to-come', date: '2026-12-11' },
    ]);
  });

  test('W13 a reply in time is kept and needs no reason', () => {
    const kept = { ...transport, acknowledgedOn: '2026-10-23' };
    expect(promiseLine(kept, today, open)[1]).toEqual({ key: 'replied', state: 'kept', date: '2026-10-23' });
  });

  test('W13 a reply that has not come is late from the eleventh working day', () => {
    const waiting = { ...transport, acknowledgedOn: null, acknowledgementLateReason: null };
    expect(promiseLine(waiting, '2026-10-23', open)[1]).toEqual({
      key: 'reply-by',
      state: 'to-come',
      date: '2026-10-23',
    });
    expect(promiseLine(waiting, '2026-10-26', open)[1]).toEqual({
      key: 'reply-overdue',
      state: 'late',
      date: '2026-10-23',
      lateBy: 1,
    });
  });

  test('W13 a reason given before the reply is sent shows at once', () => {
    const station = promiseLine({ ...transport, acknowledgedOn: null }, '2026-10-26', open)[1];
    expect(station).toMatchObject({ key: 'reply-overdue', reason: 'our mail system failed' });
  });
});

describe('decisions', () => {
  const decided = { ...transport, outcomePublishedOn: '2026-11-20', allDoneBy: '2027-04-30' };

  test('K12 once decided, the line ends with the day by which all is done', () => {
    expect(keys(decided, today)).toEqual(['closed', 'replied-late', 'decided', 'done-by']);
    expect(promiseLine(decided, today, open)[3]).toEqual({ key: 'done-by', state: 'to-come', date: '2027-04-30' });
  });

  test('dates in decisions that are not published stay out', () => {
    expect(keys({ ...decided, outcomePublishedOn: null }, today)).toEqual(['closed', 'replied-late', 'decide-by']);
  });

  test('K12 a decision that is late, or has not come, says so and why', () => {
    const late = { ...transport, outcomePublishedOn: '2026-12-15', outcomeLateReason: 'the board met later' };
    expect(promiseLine(late, '2027-01-05', open)[2]).toEqual({
      key: 'decided-late',
      state: 'late',
      date: '2026-12-15',
      lateBy: 2,
      reason: 'the board met later',
    });
    expect(promiseLine(transport, '2026-12-14', open)[2]).toEqual({
      key: 'decide-overdue',
      state: 'late',
      date: '2026-12-11',
      lateBy: 1,
    });
  });

  test('K12 what was promised is done in time, done late, or overdue', () => {
    const last = (allDoneOn: string | null, day: string) => promiseLine({ ...decided, allDoneOn }, day, open)[3];
    expect(last('2027-04-30', '2027-05-10')).toEqual({ key: 'done', state: 'kept', date: '2027-04-30' });
    // 3 May 2027 is a bank holiday.
    expect(last('2027-05-04', '2027-05-10')).toEqual({
      key: 'done-late',
      state: 'late',
      date: '2027-05-04',
      lateBy: 1,
    });
    // One of several was late, so it was not all done in time.
    const actionsDone = [
      { dueOn: '2027-02-26', doneOn: '2027-03-02' },
      { dueOn: '2027-04-30', doneOn: '2027-04-30' },
    ];
    const some = (allDoneOn: string | null) =>
      promiseLine({ ...decided, allDoneOn, actionsDone }, '2027-05-10', open)[3];
    expect(some('2027-04-30')).toEqual({ key: 'done-late', state: 'late', date: '2027-04-30', lateBy: 2 });
    const ahead = { ...decided, actionsDone: actionsDone.slice(0, 1) };
    expect(promiseLine(ahead, '2027-04-01', open)[3]).toEqual({ key: 'done-by', state: 'to-come', date: '2027-04-30' });
    expect(last(null, '2027-05-05')).toEqual({
      key: 'done-overdue',
      state: 'late',
      date: '2027-04-30',
      lateBy: 2,
    });
  });

  test('what was done before any date was promised is done', () => {
    const done = { ...decided, allDoneBy: null, allDoneOn: '2026-11-20' };
    expect(promiseLine(done, today, open)[3]).toEqual({ key: 'done', state: 'kept', date: '2026-11-20' });
    expect(keys({ ...done, allDoneOn: null }, today)).toEqual(['closed', 'replied-late', 'decided']);
  });
});

function keys(dates: ConsultationDates, day: string): string[] {
  return promiseLine(dates, day, open).map(station => station.key);
}
