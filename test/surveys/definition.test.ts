import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultQuestion,
  emptyDefinition,
  kinds,
  missingForPublishing,
  nextOptionId,
  nextQuestionId,
  parseDefinition,
  readDefinition,
  type KindName,
  type Question,
} from '../../src/surveys/definition.ts';
import { aDefinition } from './arbitrary.ts';

const KINDS = Object.keys(kinds) as KindName[];

const said = (...questions: unknown[]): string[] => {
  const parsed = parseDefinition({ format: 1, questions });
  return parsed.ok ? [] : parsed.errors.map(each => each.message);
};

const choice = (more: object = {}) => ({
  id: 'q1',
  kind: 'choose-one',
  ask: 'How was it?',
  options: [
    { id: 'a', words: 'Good' },
    { id: 'b', words: 'Bad' },
  ],
  ...more,
});

describe('a survey is one checked definition', () => {
  test('every definition that it takes comes back from its JSON unchanged', () => {
    fc.assert(
      fc.property(aDefinition, definition => {
        const once = readDefinition(JSON.stringify(definition));
        expect(readDefinition(JSON.stringify(once))).toEqual(once);
        expect(once.questions.map(each => each.id)).toEqual(definition.questions.map(each => each.id));
      }),
    );
  });

  test.each(KINDS)('a new question of kind %s can be kept, and says what is still to be written', kind => {
    const question = defaultQuestion(kind, 'q7');
    expect(said(question)).toEqual([]);
    const missing = missingForPublishing({ format: 1, questions: [question] });
    expect(missing.length > 0).toBe(kind !== 'who-is-answering');
  });

  test('anything else is refused with an error, never with an exception', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        expect(parseDefinition(value).ok).toBe(false);
      }),
    );
    for (const text of ['', '{', 'null', '[]', '{"format":2,"questions":[]}'])
      expect(parseDefinition(text).ok).toBe(false);
    expect(() => readDefinition('{')).toThrow('A kept survey cannot be read. The survey: this is not JSON.');
  });

  test('an error names the question and what to do', () => {
    expect(said(choice(), { ...choice(), id: 'q2', colour: 'red' })).toEqual([
      'Question 2 (q2): take out what is not known here: colour.',
    ]);
    expect(said({ id: 'q1', kind: 'matrix' })[0]).toContain('Question 1 (q1): choose its kind among choose-one');
    expect(said({ ...choice(), options: [{ id: 'A!', words: 'Good' }] })).toEqual([
      "Question 1 (q1): options 1 id: an option's id is 1 to 12 small letters or digits.",
    ]);
  });

  test.each([
    ['an id that is not q and letters', choice({ id: 'first' })],
    ['the id kept for "may we quote you"', choice({ id: 'quote' })],
    ['an option with the id of "not sure"', choice({ options: [{ id: 'ns', words: 'Not sure' }] })],
    ['two options with one id', choice({ options: [1, 2].map(n => ({ id: 'a', words: `Answer ${n}` })) })],
    ['a field that it does not know', choice({ weight: 3 })],
    ['required: false, which is said by leaving it out', choice({ required: false })],
    ['a limit above 200 for a line', { id: 'q1', kind: 'short-text', ask: 'Say', limit: 201 }],
    ['a limit above 10,000 for words', { id: 'q1', kind: 'long-text', ask: 'Say', limit: 10_001 }],
    ['four points', { id: 'q1', kind: 'agreement', ask: 'Say', points: ['a', 'b', 'c', 'd'] }],
    ['groups out of order', { id: 'q1', kind: 'number', ask: 'Say', bins: [5, 3] }],
    ['a group above the highest number', { id: 'q1', kind: 'number', ask: 'Say', bins: [5], max: 4 }],
    ['a lowest above the highest', { id: 'q1', kind: 'number', ask: 'Say', bins: [], min: 5, max: 4 }],
    [
      'a first date after the last',
      { id: 'q1', kind: 'date', ask: 'Say', bins: 'year', min: '2026-01-01', max: '2025-01-01' },
    ],
    [
      'more months than anybody reads',
      { id: 'q1', kind: 'date', ask: 'Say', bins: 'month', min: '2000-01-01', max: '2026-01-01' },
    ],
    ['a day that is not in the calendar', { id: 'q1', kind: 'date', ask: 'Say', bins: 'year', min: '2026-02-30' }],
    ['only one who may answer', { id: 'q1', kind: 'who-is-answering', ask: 'Who?', options: ['parent'] }],
  ])('it refuses %s', (_what, question) => {
    expect(said(question)).toHaveLength(1);
  });

  test('it refuses two questions with one id, and a second "who is answering"', () => {
    expect(said(choice(), choice())).toEqual(['The survey (q1): two questions have this id; change one.']);
    expect(said(defaultQuestion('who-is-answering', 'q1'), defaultQuestion('who-is-answering', 'q2'))).toEqual([
      'The survey (q2): ask who is answering only once.',
    ]);
  });

  test('words are tidied as they come in: one kind of line break, nothing unseen', () => {
    const parsed = parseDefinition({ format: 1, questions: [choice({ ask: ' How\u0000 was\r\nit? \ud800' })] });
    expect(parsed.ok && parsed.definition.questions[0]?.ask).toBe('How was\nit?');
  });
});

describe('before publishing', () => {
  test('a complete survey has nothing missing', () => {
    expect(missingForPublishing({ format: 1, questions: [choice() as Question] })).toEqual([]);
  });

  test('an empty one asks for a question, as does one that only tells', () => {
    const one = ['Add at least one question for people to answer.'];
    expect(missingForPublishing(emptyDefinition())).toEqual(one);
    const told: Question = { id: 'q1', kind: 'information', ask: 'About this', body: 'Read.' };
    expect(missingForPublishing({ format: 1, questions: [told] })).toEqual(one);
  });

  test('what is missing is said by question', () => {
    const questions = [
      choice(),
      choice({ id: 'q2', ask: '', options: [{ id: 'a', words: 'Good' }] }),
      choice({ id: 'q3', options: [...'ab'].map(id => ({ id, words: id === 'a' ? 'Same' : 'same' })) }),
      { id: 'q4', kind: 'agreement', ask: 'Easy?', points: ['1', '2', '', '4', '5'] },
      { id: 'q5', kind: 'information', ask: '', body: '' },
    ] as Question[];
    expect(missingForPublishing({ format: 1, questions })).toEqual([
      'Question 2: write the question.',
      'Question 2: offer at least two answers to choose from.',
      'Question 3: two answers have the same words; change one.',
      'Question 4: write the words of every point, or of none.',
      'A page to read: write the heading.',
      'A page to read: write what people are to read.',
    ]);
  });
});

describe('new ids', () => {
  test('a question id never comes back, so old counts do not mix with new ones', () => {
    expect(nextQuestionId([])).toBe('q1');
    expect(nextQuestionId(['q1', 'q9', 'qabc', 'q3'])).toBe('q10');
    fc.assert(
      fc.property(
        aDefinition,
        ({ questions }) => !questions.some(q => q.id === nextQuestionId(questions.map(e => e.id))),
      ),
    );
  });

  test('option ids go from a to z and on', () => {
    const ids = Array.from({ length: 30 }).reduce<string[]>(list => [...list, nextOptionId(list)], []);
    expect(new Set(ids).size).toBe(30);
    expect([ids[0], ids[25], ids[26], ids[29]]).toEqual(['a', 'z', 'o27', 'o30']);
    expect(nextOptionId(['a', 'c'])).toBe('d');
  });
});

test('an edition that is offered without a word stands in the way of publishing', () => {
  const question = { id: 'q1', kind: 'long-text' as const, ask: 'Why?' };
  const offered = { format: 1 as const, questions: [question], editions: { pl: {} } };
  expect(missingForPublishing(offered)).toEqual([
    'Polish is offered, and says nothing yet. Write it, or stop offering it.',
  ]);
  const said = { ...question, editions: { pl: { ask: 'Dlaczego?' } } };
  expect(missingForPublishing({ ...offered, questions: [said] })).toEqual([]);
  expect(missingForPublishing({ ...offered, editions: { pl: { title: 'Tytuł' } } })).toEqual([]);
});
