import { expect, test } from 'vitest';
import { movedWords, promiseRows, scoreOf, type Promises } from '../../src/analysis/promise-rows.ts';
import type { PublishedEntry } from '../../src/outcomes/content-rules.ts';

const dates = {
  opensOn: '2026-11-02',
  closesOn: '2026-12-14',
  outcomeOn: '2027-02-26',
  publishedOn: '2026-10-20',
  acknowledgedOn: null,
  acknowledgementLateReason: null,
  outcomePublishedOn: null,
  outcomeLateReason: null,
  allDoneBy: null,
  allDoneOn: null,
};
const at = (today: string) => ({ today, calendar: { closingDays: new Set<string>() }, days: 10 });
const entry = (change: Partial<PublishedEntry>): PublishedEntry => ({
  id: 'e',
  heading: 'Earlier buses',
  youSaid: '',
  figure: null,
  quotes: [],
  decision: 'will',
  words: '',
  why: '',
  owner: '',
  dueOn: '2027-03-01',
  doneOn: null,
  serviceChanges: [],
  changes: [],
  updatedOn: '2027-02-26',
  ...change,
});
const rows = (promises: Promises, today: string) =>
  promiseRows(promises, at(today)).map(({ name, due, tag, notes }) => [name, due, tag.text, ...notes]);

test('W13 a reply to a consultation that closes on 14 December 2026 is due on 30 December', () => {
  const [reply] = rows({ dates, entries: [] }, '2026-12-20');
  expect(reply).toEqual(['Reply to everyone who answered', 'Wednesday 30 December', 'To come']);
});

test('W13 K12 a reply is due soon, due today, overdue, and late with its reason', () => {
  const state = (today: string, change = {}) =>
    rows({ dates: { ...dates, ...change }, entries: [] }, today)[0]?.slice(2);
  expect(state('2026-12-29')).toEqual(['Due soon', '1 working day left.']);
  expect(state('2026-12-30')).toEqual(['Due soon', 'Due today.']);
  expect(state('2026-12-31')).toEqual(['Late', 'Not done yet, 1 working day late.', 'No reason given yet.']);
  const late = { acknowledgedOn: '2027-01-05', acknowledgementLateReason: 'We were ill.' };
  expect(state('2027-01-06', late)).toEqual([
    'Late',
    'Done on Tuesday 5 January, 3 working days late.',
    'Why: We were ill.',
  ]);
});

test('K12 each published action with a date is a promise of its own, with why it moved', () => {
  const change = {
    on: '2027-02-27',
    was: 'will',
    now: 'will',
    wasDueOn: '2027-03-01',
    nowDueOn: '2027-05-03',
    reason: 'The new bus comes in April.',
  } as const;
  const entries = [
    entry({ dueOn: '2027-05-03', changes: [change] }),
    entry({ heading: 'More seats', decision: 'done', doneOn: '2027-02-27' }),
    entry({ heading: 'No charge', decision: 'cannot', dueOn: null }),
    entry({ heading: 'Done at once', decision: 'done', dueOn: null, doneOn: '2027-02-20' }),
  ];
  expect(rows({ dates, entries }, '2027-02-28').slice(2)).toEqual([
    [
      'Act on ‘Earlier buses’',
      'Monday 3 May',
      'To come',
      'Moved from Monday 1 March. Why: The new bus comes in April.',
    ],
    ['Act on ‘More seats’', 'Monday 1 March', 'Kept', 'Done on Saturday 27 February.'],
  ]);
});

test('what is still to come counts neither as kept nor as missed', () => {
  const kept = { ...dates, acknowledgedOn: '2026-12-20' };
  expect(scoreOf([{ dates, entries: [] }], at('2026-12-20'))).toEqual({ kept: 0, of: 0 });
  expect(
    scoreOf(
      [
        { dates: kept, entries: [] },
        { dates, entries: [] },
      ],
      at('2026-12-31'),
    ),
  ).toEqual({ kept: 1, of: 2 });
});

test('a date that moved is told with its reason', () => {
  const move = { which: 'closes_on', was: '2026-12-04', now: '2026-12-14', reason: 'Half-term came in between.' };
  expect(movedWords(move, '2026-12-01')).toBe(
    'The closing day moved from Friday 4 December to Monday 14 December. Why: Half-term came in between.',
  );
});
