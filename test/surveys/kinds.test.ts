import { withWholeYear } from '../../src/surveys/kinds/date.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices, describeAnswer, kindName, kindOf, kinds, readAnswer } from '../../src/surveys/definition.ts';
import type { KindName, Question, Raw } from '../../src/surveys/definition.ts';
import { acceptAnswer } from '../../src/surveys/kinds/accept.ts';
import { createSay } from '../../src/words/catalogue.ts';
import { aPost, aQuestion } from './arbitrary.ts';

const t = createSay('plain');

const question = (kind: KindName, more: object = {}): Question =>
  ({ ...kinds[kind].fresh('q1'), ask: 'What do you say?', ...more }) as Question;

const abc = { options: [...'abc'].map(id => ({ id, words: `Answer ${id}` })) };

/** The answer, or the error in words. */
function read(asked: Question, raw: Raw | string) {
  const reading = readAnswer(asked, typeof raw === 'string' ? { answer: raw } : raw);
  return reading.ok ? reading.answer : t(reading.error.key, reading.error.params);
}

const aQuestionAndPost = aQuestion.chain(asked => fc.tuple(fc.constant(asked), aPost(asked)));

describe('laws of every kind', () => {
  test('an answer put back into its form reads the same, survives JSON, and can be said in words', () => {
    fc.assert(
      fc.property(aQuestionAndPost, ([asked, raw]) => {
        const reading = readAnswer(asked, raw);
        if (!reading.ok) return void expect(t(reading.error.key, reading.error.params)).toMatch(/^[A-Z]/);
        if (reading.answer === null) return;
        const kept = JSON.parse(JSON.stringify(reading.answer)) as typeof reading.answer;
        expect(read(asked, kindOf(asked).fill(kept))).toEqual(reading.answer);
        expect(acceptAnswer(asked, kept)).toBe(true);
        expect(describeAnswer(asked, kept, t)).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('every cell of an answer is one that can be counted, once', () => {
    fc.assert(
      fc.property(aQuestionAndPost, ([asked, raw]) => {
        const reading = readAnswer(asked, raw);
        if (!reading.ok || reading.answer === null) return;
        const kind = kindOf(asked);
        const cells = kind.cells(asked, reading.answer);
        const known = kind.tallyOptions(asked).map(choice => choice.id);
        expect(known).toEqual(expect.arrayContaining(cells));
        expect(new Set(cells).size).toBe(cells.length);
        if (known.length > 0 && !['checkboxes', 'selects'].includes(kind.control)) expect(cells).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test('skipping is fine unless the question is required', () => {
    fc.assert(
      fc.property(aQuestion, asked => {
        expect(read(asked, {})).toBeNull();
        if (!kindOf(asked).emptyOk) expect(readAnswer({ ...asked, required: true } as Question, {}).ok).toBe(false);
      }),
    );
  });

  test('every kind has its name in the catalogue, and all its choices have words', () => {
    for (const kind of Object.keys(kinds) as KindName[]) expect(kindName(kind, t)).not.toBe('');
    fc.assert(fc.property(aQuestion, asked => choices(asked, t).every(choice => choice.words.length > 0)));
  });

  test('what was skipped reads "Not provided"', () => {
    expect(describeAnswer(question('number'), null, t)).toBe('Not provided');
    expect(describeAnswer(question('number'), undefined, t)).toBe('Not provided');
  });
});

describe('choose one', () => {
  const asked = question('choose-one', abc);
  test('takes one of the options, or "not sure" where it is offered', () => {
    expect(read(asked, 'b')).toBe('b');
    expect(read(asked, { answer: ['b'] })).toBe('b');
    expect(read(asked, 'ns')).toBe('ns');
    expect(describeAnswer(asked, 'ns', t)).toBe('I am not sure');
    expect(read(question('choose-one', { ...abc, notSure: undefined }), 'ns')).toBe(
      'Choose from the answers on this page',
    );
  });
  test('refuses what was not offered, and two at once', () => {
    for (const answer of ['d', '__proto__', ['a', 'b']])
      expect(read(asked, { answer })).toBe('Choose from the answers on this page');
    expect(read({ ...asked, required: true } as Question, '')).toBe('Choose one answer');
  });
});

describe('choose many', () => {
  const asked = question('choose-many', { ...abc, atMost: 2 });
  test('keeps the options in the order offered, each once', () => {
    expect(read(asked, { answer: ['c', 'a', 'c'] })).toEqual(['a', 'c']);
    expect(read(asked, 'b')).toEqual(['b']);
    expect(describeAnswer(asked, ['a', 'c'], t)).toBe('Answer a\nAnswer c');
  });
  test('says how many are too many', () => {
    expect(read(asked, { answer: ['a', 'b', 'c'] })).toBe('Choose no more than 2 answers. You chose 3');
    expect(read(asked, { answer: ['a', 'x'] })).toBe('Choose from the answers on this page');
  });
});

describe('agreement', () => {
  test('has five points with words, and "not sure" apart', () => {
    const words = choices(question('agreement'), t).map(choice => choice.words);
    expect(words).toEqual([
      'Strongly agree',
      'Agree',
      'Neither agree nor disagree',
      'Disagree',
      'Strongly disagree',
      'I am not sure',
    ]);
  });
  test('takes the words of the officer', () => {
    const points = ['Very easy', 'Easy', 'Neither easy nor hard', 'Quite hard', 'Very hard'];
    expect(describeAnswer(question('agreement', { points }), '4', t)).toBe('Quite hard');
    expect(read(question('agreement', { points }), '6')).toBe('Choose from the answers on this page');
  });
});

describe('words', () => {
  const long = question('long-text', { limit: 10 });
  test('line breaks become one kind; NUL and half characters go; the rest stays', () => {
    expect(read(long, ' a\r\nb\rc\u0000\ud800 ')).toBe('a\nb\nc');
    expect(read(question('long-text'), 'She said “no” — 👩‍👧 ٣')).toBe('She said “no” — 👩‍👧 ٣');
    expect(read(question('short-text'), 'one\r\n two')).toBe('one two');
  });
  test('a limit is counted in characters, not in halves of them', () => {
    expect(read(long, '👍'.repeat(10))).toBe('👍'.repeat(10));
    expect(read(long, '👍'.repeat(11))).toBe(
      'Your answer is 1 character too long. Shorten it to 10 characters or fewer. Nothing you wrote is lost',
    );
    expect(read(question('long-text'), 'x'.repeat(5_012))).toContain(
      '12 characters too long. Shorten it to 5,000 characters',
    );
    expect(read(question('short-text'), 'x'.repeat(200))).toHaveLength(200);
    expect(read(question('short-text'), 'x'.repeat(201))).toContain('1 character too long');
  });
  test('only spaces is nothing', () => {
    expect(read(long, ' \r\n\t')).toBeNull();
    expect(read({ ...long, required: true } as Question, ' ')).toBe('Write your answer');
  });
  test('words that were deleted say so', () => {
    expect(describeAnswer(long, '', t)).toBe('These words have been deleted');
    expect(kindOf(long).cells(long, 'anything')).toEqual([]);
  });
});

describe('a number', () => {
  const asked = question('number', { min: 0, max: 40, bins: [5, 10], unit: 'miles' });
  test.each([
    ['12', 12],
    [' +7 ', 7],
    ['۱۲', 12],
    ['੧੨', 12],
    ['１２', 12],
    ['-0', 0],
    ['007', 7],
  ])('reads %s', (typed, answer) => {
    expect(Object.is(read(asked, typed), answer)).toBe(true);
  });
  test('reads thousands with commas and a true minus sign', () => {
    expect(read(question('number', { min: undefined }), '1,200')).toBe(1200);
    expect(read(question('number', { min: undefined }), '−3')).toBe(-3);
  });
  test.each(['twelve', '1e3', '0x1', '9'.repeat(20), '--1', '3 feet', '3 mi'])('asks again for %s', typed => {
    expect(read(asked, typed)).toBe('Write a whole number in figures, like 2');
  });
  test.each(['2.5', '1,2', '2½', '.5 miles'])('says that %s is no whole number', typed => {
    expect(read(asked, typed)).toBe('Write a whole number, like 2, without a half or a point');
  });
  test.each(['3 miles', '3miles', '3 MILES.', '3 mile', '۳ miles'])('reads the unit behind it: %s', typed => {
    expect(read(asked, typed)).toBe(3);
  });
  test('gives an example that may be written, and the highest number', () => {
    const how = (more: object) => {
      const { key = '', params } = kindOf(asked).how?.(question('number', { bins: [], ...more })) ?? {};
      return t(key, params);
    };
    expect(how({ min: 0, max: 40 })).toBe('Write a whole number, like 2. The most is 40.');
    expect(how({ min: 5, max: undefined })).toBe('Write a whole number, like 5.');
    expect(how({ min: 0, max: 1 })).toBe('Write a whole number, like 1. The most is 1.');
  });
  test('says the lowest and the highest', () => {
    expect(read(asked, '-1')).toBe('Write a number that is 0 or more');
    expect(read(asked, '41')).toBe('Write a number that is 40 or less');
  });
  test('is counted in groups by their highest number', () => {
    expect([0, 5, 6, 10, 11].map(n => kindOf(asked).cells(asked, n)[0])).toEqual([
      'to5',
      'to5',
      'to10',
      'to10',
      'more',
    ]);
    expect(choices(asked, t).map(each => each.words)).toEqual(['0 to 5', '6 to 10', '11 or more']);
    expect(choices(question('number', { min: undefined, bins: [1, 2, 9], max: 9 }), t).map(each => each.words)).toEqual(
      ['1 or fewer', '2', '3 to 9'],
    );
    expect(describeAnswer(asked, 1200, t)).toBe('1,200 miles');
  });
});

describe('a date', () => {
  const asked = question('date', { bins: 'month', min: '2025-11-10', max: '2026-02-03' });
  const day = (d: string, m: string, y: string) => ({ 'answer-day': d, 'answer-month': m, 'answer-year': y });
  test('reads three fields', () => {
    expect(read(asked, day('02', '1', '2026'))).toBe('2026-01-02');
    expect(read(asked, day('۲', '1', '2026'))).toBe('2026-01-02');
    expect(describeAnswer(asked, '2026-01-02', t)).toBe('2 January 2026');
    expect(read(question('date'), day('29', '2', '2024'))).toBe('2024-02-29');
  });
  test('says which part is missing, and points at its field', () => {
    const reading = readAnswer(asked, day('2', '', '2026'));
    expect(reading).toEqual({
      ok: false,
      error: { key: 'surveys.error.date-without.month', params: {}, field: 'answer-month', part: 'month' },
    });
    expect(read(asked, day('2', '1', ''))).toBe('Add the year');
  });
  test.each([
    [day('30', '2', '2026'), undefined],
    [day('0', '1', '2026'), 'day'],
    [day('32', '1', '2026'), 'day'],
    [day('x', '1', '2026'), 'day'],
  ])('asks for a real date when given %o, and marks the box that is wrong', (raw, part) => {
    expect(read(asked, raw)).toBe('Write a real date, like 27 3 2026 or 27 March 2026');
    const reading = readAnswer(asked, raw);
    expect(reading.ok ? null : reading.error.part).toBe(part);
  });
  test.each(['13', 'Ma', 'Brumaire', 'Spetember'])('says that the month %s is not understood, at its field', month => {
    expect(readAnswer(asked, day('1', month, '2026'))).toMatchObject({ error: { field: 'answer-month' } });
    const words = 'Check the month. Write it as a number or a word, like 3 or March';
    expect(read(asked, day('1', month, '2026'))).toBe(words);
  });
  test('takes no date before 1900 unless the question begins earlier', () => {
    expect(read(question('date'), day('31', '12', '1899'))).toBe(
      'Check the date. The earliest that we can take is 1 1 1900',
    );
    expect(read(question('date'), day('1', '1', '1900'))).toBe('1900-01-01');
    expect(read(question('date', { min: '1850-01-01' }), day('1', '9', '1850'))).toBe('1850-09-01');
  });
  test('takes a year of two figures for one of this century that has begun, and asks for the others whole', () => {
    const year = (y: string) => read(question('date'), withWholeYear(day('1', '2', y), '2026-11-25'));
    expect(['24', '۲۶', ' 05 '].map(year)).toEqual(['2024-02-01', '2026-02-01', '2005-02-01']);
    for (const y of ['27', '98', '226', 'x']) expect(year(y)).toBe('Write the year in four figures, like 2026');
  });
  test('takes the name of a month, in every language of the site, whole or begun', () => {
    for (const month of ['March', 'mar', 'MAR.', 'Mawrth', 'marzec', 'marca', 'مارچ', '۳'])
      expect(read(question('date'), day('2', month, '2026')), month).toBe('2026-03-02');
    for (const month of ['October', 'Hydref', 'Październik', 'pazdziernika', 'paź', 'اکتوبر'])
      expect(read(question('date'), day('2', month, '2026')), month).toBe('2026-10-02');
  });
  test('asks for no day where only the month matters', () => {
    const month = question('date', { bins: 'month', precision: 'month', min: '2025-11-10', max: '2026-02-03' });
    const when = (m: string, y: string) => ({ 'answer-month': m, 'answer-year': y });
    expect(read(month, when('Nov', '2025'))).toBe('2025-11');
    expect(read(month, when('2', '2026'))).toBe('2026-02');
    expect(read(month, when('10', '2025'))).toBe('Check the date. The earliest that we can take is 11 2025');
    expect(read(month, when('3', '2026'))).toBe('Check the date. The latest that we can take is 2 2026');
    expect(readAnswer(month, when('Spetember', '2025'))).toMatchObject({ error: { field: 'answer', part: 'month' } });
    expect(readAnswer(month, when('', '2026'))).toMatchObject({ error: { field: 'answer', part: 'month' } });
    expect(readAnswer(month, when('3', '206'))).toMatchObject({ error: { field: 'answer-year', part: 'year' } });
    expect([when('', '2026'), when('3', '')].map(each => read(month, each))).toEqual(['Add the month', 'Add the year']);
    expect(read({ ...month, required: true } as Question, {})).toBe('Write a month and a year');
    expect(describeAnswer(month, '2025-11', t)).toBe('November 2025');
    expect(kindOf(month).cells(month, '2025-11')).toEqual(['2025-11']);
    expect(kindOf(month).fill('2025-11')).toEqual({ 'answer-month': '11', 'answer-year': '2025' });
  });
  test('says the first and the last day', () => {
    expect(read(asked, day('9', '11', '2025'))).toBe('Check the date. The earliest that we can take is 10 11 2025');
    expect(read(asked, day('4', '2', '2026'))).toBe('Check the date. The latest that we can take is 3 2 2026');
  });
  test('is counted by month or year, between its first and last day', () => {
    expect(choices(asked, t)).toEqual([
      { id: '2025-11', words: 'November 2025' },
      { id: '2025-12', words: 'December 2025' },
      { id: '2026-01', words: 'January 2026' },
      { id: '2026-02', words: 'February 2026' },
    ]);
    expect(kindOf(asked).cells(asked, '2026-01-02')).toEqual(['2026-01']);
    expect(choices({ ...asked, bins: 'year' } as Question, t).map(each => each.id)).toEqual(['2025', '2026']);
    expect(choices(question('date'), t)).toEqual([]);
  });
});

describe('who is answering', () => {
  test('offers five, or those that the officer picked', () => {
    expect(choices(question('who-is-answering'), t).map(each => each.id)).toEqual([
      'parent',
      'young',
      'together',
      'helped',
      'professional',
    ]);
    const few = question('who-is-answering', { options: ['young', 'parent'] });
    expect(choices(few, t).map(each => each.id)).toEqual(['parent', 'young']);
    expect(read(few, 'helped')).toBe('Choose from the answers on this page');
  });
});
