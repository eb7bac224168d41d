import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrongClosing, wrongOpening, type ClosingGiven } from '../../src/admin/closing-rules.ts';
import { acknowledgementDueOn } from '../../src/charters/clocks.ts';

const shortBreaks = { title: 'Short breaks', closesOn: '2026-12-04' };
const given: ClosingGiven = {
  today: '2026-11-22',
  calendar: { closingDays: new Set(['2026-12-10']) },
  days: 10,
  promised: [shortBreaks],
};
const moves = (day: string) => `${day} would move a promise: Short breaks, reply by 21 December.`;

test.each([
  ['2026-11-21', 'Only days that are still to come can be added or taken out.'],
  ['2026-11-22', 'Only days that are still to come can be added or taken out.'],
  ['2026-12-10', 'That day is in the list already.'],
  ['2026-12-04', null],
  ['2026-12-07', moves('7 December')],
  ['2026-12-21', moves('21 December')],
  ['2026-12-22', null],
  ['2026-12-12', null],
])('W13 closing on %s: %s', (day, words) => {
  expect(wrongClosing(day, given)).toBe(words);
});

test('W13 a closing day before a promised reply is not taken out either', () => {
  expect(wrongOpening('2026-12-10', given)).toBe(moves('10 December'));
  expect(wrongOpening('2026-12-10', { ...given, promised: [] })).toBeNull();
  expect(wrongOpening('2026-12-10', { ...given, today: '2026-12-10', promised: [] })).toContain('still to come');
});

test('every consultation whose reply would move is named', () => {
  const promised = [
    shortBreaks,
    { title: 'Transport', closesOn: '2026-12-18' },
    { title: 'Calm', closesOn: '2027-02-01' },
  ];
  expect(wrongClosing('2026-12-21', { ...given, promised })).toBe(
    '21 December would move a promise: Short breaks, reply by 21 December; Transport, reply by 6 January 2027.',
  );
});

test('W13 a promised reply date does not move when closing days change', () => {
  const date = fc
    .date({ min: new Date('2026-09-01'), max: new Date('2027-06-01'), noInvalidDate: true })
    .map(each => each.toISOString().slice(0, 10));
  fc.assert(
    fc.property(date, date, fc.array(date), fc.boolean(), (day, closesOn, closed, adding) => {
      const before = new Set(adding ? closed : [...closed, day]);
      const after = new Set(adding ? [...closed, day] : closed.filter(each => each !== day));
      const asked = { ...given, calendar: { closingDays: before }, promised: [{ title: 'One', closesOn }] };
      const wrong = adding ? wrongClosing(day, asked) : wrongOpening(day, asked);
      const dueOn = (closingDays: ReadonlySet<string>) => acknowledgementDueOn(closesOn, { closingDays }, given.days);
      if (wrong === null) expect(dueOn(after)).toBe(dueOn(before));
    }),
  );
});
