import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { missingFromEntry, owesReason, tidyAnswer, type Entry } from '../../src/outcomes/decision-rules.ts';
import { figuresFor, safeTotal, steadyFigure } from '../../src/outcomes/figure-rules.ts';
import { keepsTo } from '../../src/outcomes/quote-rules.ts';
import { missingFromStep } from '../../src/outcomes/service-changes/content-rules.ts';

const calendar = { closingDays: new Set<string>() };
const people = (from: number, to: number) => new Set(Array.from({ length: to - from }, (_, at) => `p${from + at}`));

describe('K08 how many people said something', () => {
  test('is a number only when neither they nor the others are a few', () => {
    const [five, four, most, all] = figuresFor([people(0, 5), people(0, 4), people(0, 97), people(0, 100)], 100);
    expect(five).toEqual({ n: 5, of: 100 });
    expect([four, most, all]).toEqual(['some', 'some', 'some']);
    expect(figuresFor([people(0, 5)], 9)).toEqual(['some']);
    expect(figuresFor([new Set()], 100)).toEqual([null]);
    expect([safeTotal(9), safeTotal(10)]).toEqual([null, 10]);
  });

  test('two numbers, one within the other, never leave a few between them', () => {
    expect(figuresFor([people(0, 20), people(0, 23)], 100)).toEqual(['some', { n: 23, of: 100 }]);
    expect(figuresFor([people(0, 20), people(3, 26)], 100)).toEqual([
      { n: 20, of: 100 },
      { n: 23, of: 100 },
    ]);
    const range = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => people(Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), sets => {
        const shown = sets.filter((_, at) => typeof figuresFor(sets, 60)[at] === 'object' && sets[at]!.size > 0);
        return shown.every(a => shown.every(b => !a.isSubsetOf(b) || b.size - a.size === 0 || b.size - a.size >= 5));
      }),
    );
  });

  test('a published number stays until it moves by five', () => {
    const before = { n: 20, of: 100 };
    expect(steadyFigure(before, { n: 22, of: 100 })).toBe(before);
    expect(steadyFigure(before, { n: 25, of: 102 })).toBe(before);
    expect(steadyFigure(before, { n: 25, of: 100 })).toEqual({ n: 25, of: 100 });
    expect(steadyFigure(before, 'some')).toBe('some');
    expect(steadyFigure(undefined, before)).toBe(before);
  });
});

describe('K18 what an entry needs', () => {
  const entry: Entry = {
    heading: 'Drivers',
    youSaid: 'They change.',
    decision: 'will',
    words: 'Named drivers.',
    why: '',
    owner: 'Dana',
    dueOn: '2027-02-26',
    doneOn: null,
  };
  const fieldsOf = (given: Partial<Entry>) =>
    missingFromEntry({ ...entry, ...given }, '2026-12-16').map(gap => gap.field);

  test('by its decision', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ dueOn: null })).toEqual(['due_on']);
    expect(fieldsOf({ decision: 'cannot' })).toEqual(['why']);
    expect(fieldsOf({ decision: 'done' })).toEqual(['done_on']);
    expect(fieldsOf({ decision: 'done', doneOn: '2026-12-17' })).toEqual(['done_on']);
    expect(fieldsOf({ decision: 'not-yet', dueOn: null })).toEqual([]);
    expect(fieldsOf({ decision: '', heading: '', youSaid: '' })).toEqual(['heading', 'you_said', 'decision']);
  });

  test('only the dates that belong to a decision are kept', () => {
    const dates = { dueOn: '2027-02-26', doneOn: '2027-01-01' };
    expect(tidyAnswer({ ...entry, ...dates, decision: 'cannot' })).toMatchObject({ dueOn: null, doneOn: null });
    expect(tidyAnswer({ ...entry, ...dates, decision: 'will' })).toMatchObject({ dueOn: '2027-02-26', doneOn: null });
    expect(tidyAnswer({ ...entry, ...dates, decision: 'done' })).toMatchObject(dates);
  });

  test('W15 a reason is owed when a promise is moved, given up or missed, and not otherwise', () => {
    const owed = (now: Partial<Entry>, today: string, explained = false) =>
      owesReason(entry, { ...entry, ...now }, { today, calendar, explained });
    expect(owed({ words: 'Other words.' }, '2027-02-26')).toBeNull();
    expect(owed({ words: 'Other words.' }, '2027-03-01')).toBe('missed');
    expect(owed({ words: 'Other words.' }, '2027-03-01', true)).toBeNull();
    expect(owed({ decision: 'done', doneOn: '2027-02-20' }, '2027-03-01')).toBeNull();
    expect(owed({ decision: 'done', doneOn: '2027-03-01' }, '2027-03-01')).toBe('missed');
    expect(owed({ dueOn: '2027-03-30' }, '2027-01-01')).toBe('moved');
    expect(owed({ decision: 'cannot', dueOn: null }, '2027-01-01')).toBe('moved');
    expect(
      owesReason({ ...entry, decision: 'not-yet' }, entry, { today: '2027-03-01', calendar, explained: false }),
    ).toBeNull();
  });

  test('W15 the same holds for the steps of a service change', () => {
    const step = { words: 'Signed.', dueOn: '2027-02-26', doneOn: null, lateReason: '' };
    const wrong = (now: object, was: typeof step | null, today: string) =>
      Object.keys(missingFromStep({ ...step, ...now }, was, today, calendar));
    expect(wrong({}, step, '2027-02-26')).toEqual([]);
    expect(wrong({}, step, '2027-03-01')).toEqual(['late_reason']);
    expect(wrong({ lateReason: 'Because.' }, step, '2027-03-01')).toEqual([]);
    expect(wrong({ dueOn: '2027-04-30' }, step, '2027-01-01')).toEqual(['late_reason']);
    expect(wrong({ dueOn: '2027-04-30' }, null, '2027-01-01')).toEqual([]);
    expect(wrong({ dueOn: '2027-05-31', lateReason: 'Old.' }, { ...step, lateReason: 'Old.' }, '2027-01-01')).toEqual([
      'late_reason',
    ]);
    expect(wrong({ doneOn: '2027-03-02' }, step, '2027-03-01')).toEqual(['done_on']);
  });
});

describe('K08 a quote keeps to what was written', () => {
  const original = 'Three drivers in one month. Jo’s teacher at Hill School said he stopped getting in the car!';
  test.each([
    ['Three drivers in one month.', true],
    ['Three drivers … He stopped getting in the car.', true],
    ['[My son’s] teacher said he stopped getting in the car', true],
    ['Jos teacher', true],
    ['in one month, three drivers', false],
    ['Four drivers in one month.', false],
    ['', true],
  ])('%s', (quote, kept) => expect(keepsTo(original, quote)).toBe(kept));
});
