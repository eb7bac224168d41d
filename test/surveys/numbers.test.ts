import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entriesOf } from '../../src/paper/entry-rules.ts';
import { asking } from '../../src/responses/question-rules.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { called, numbersOf, numeralOf, titleOf } from '../../src/surveys/number-rules.ts';
import { journey } from '../../src/surveys/steps.ts';
import { aDefinition } from './arbitrary.ts';

const survey: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'information', ask: 'Before you start', body: 'Read this.' },
    { id: 'q2', kind: 'long-text', ask: 'What helps?' },
    { id: 'q3', kind: 'items', ask: 'How easy is', options: ['a', 'b', 'c'].map(id => ({ id, words: `place ${id}` })) },
    { id: 'q4', kind: 'short-text', ask: 'Where?' },
  ],
  about: { why: 'To hear everybody.', questions: [{ id: 'q9', kind: 'short-text', ask: 'Where do you live?' }] },
};

test('what is only read has no number, and each item of several has its own', () => {
  expect([...numbersOf(survey)]).toEqual([
    ['q2', 1],
    ['q3-a', 2],
    ['q3-b', 3],
    ['q3-c', 4],
    ['q4', 5],
  ]);
  expect(['q1', 'q2', 'q3', 'q4'].map(id => numeralOf(survey, id))).toEqual(['', '1', '2 to 4', '5']);
  expect(['q1', 'q3', 'q4', 'q9'].map(id => called(survey, id))).toEqual([
    'The page ‘Before you start’',
    'Question 2',
    'Question 5',
    '‘About you’, question 1',
  ]);
  expect(['q1', 'q3', 'q4'].map(id => titleOf(survey, id))).toEqual([
    'The page ‘Before you start’',
    'Questions 2 to 4',
    'Question 5',
  ]);
});

test('families and papers count as the desk does', () => {
  fc.assert(
    fc.property(aDefinition, definition => {
      const numbers = [...numbersOf(definition)];
      expect(asking(journey(definition)).map(({ id }, at) => [id, at + 1])).toEqual(numbers);
      const printed = entriesOf(definition, key => key).flatMap(({ n, question }) => (n ? [[question.id, n]] : []));
      expect(printed.slice(0, numbers.length)).toEqual(numbers);
      expect(printed.map(([, n]) => n)).toEqual(printed.map((_, at) => at + 1));
    }),
  );
});
