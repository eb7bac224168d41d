import { expect, test } from 'vitest';
import { entriesOf } from '../../src/paper/entry-rules.ts';
import { partsOf } from '../../src/paper/question-rules.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { createSay } from '../../src/words/catalogue.ts';

const routed: Definition = {
  format: 1,
  questions: [
    {
      id: 'q1',
      kind: 'choose-one',
      ask: 'Have you used a short break?',
      options: [
        { id: 'a', words: 'Yes' },
        { id: 'b', words: 'No' },
      ],
      notSure: true,
      next: [{ when: { q: 'q1', anyOf: ['b', 'ns'] }, to: 'q4' }],
      editions: { cy: { ask: 'Ydych chi wedi cael seibiant byr?', options: { a: 'Ydw', b: 'Nac ydw' } } },
    },
    {
      id: 'q2',
      kind: 'items',
      ask: 'How happy were you with',
      options: [
        { id: 'a', words: 'the place?' },
        { id: 'b', words: 'the people?' },
      ],
      next: [{ when: { and: [{ q: 'q1', anyOf: ['a'] }, { not: { q: 'q2-a', anyOf: ['1'] } }] }, to: 'end' }],
    },
    { id: 'q3', kind: 'information', ask: 'What comes next', body: 'Some words.' },
    {
      id: 'q4',
      kind: 'top-three',
      ask: 'What matters most?',
      options: [
        { id: 'a', words: 'Place' },
        { id: 'b', words: 'Time' },
        { id: 'c', words: 'Cost' },
      ],
    },
    { id: 'q5', kind: 'area', ask: 'Where do you live?', bins: [] },
    { id: 'q6', kind: 'long-text', ask: 'Anything else?' },
  ],
  about: { why: 'So that we know whom we hear.', questions: [{ id: 'q7', kind: 'faces', ask: 'How was this?' }] },
};

const printed = (edition: 'plain' | 'cy') => {
  const say = createSay(edition);
  return partsOf(entriesOf(routed, say), edition, say);
};
const numbers = (edition: 'plain' | 'cy') => printed(edition).map(part => (part.asks ? part.n : null));

test('an item has a number of its own, what is only read has none, and ‘about you’ comes last', () => {
  expect(numbers('plain')).toEqual([1, 2, 3, null, 4, 5, 6, 7, 8]);
  expect(printed('plain').at(-1)).toMatchObject({ id: 'q7', how: 'Tick one box.' });
});

test('the way through the questions is said in words', () => {
  const then = (id: string) => printed('plain').flatMap(part => (part.id === id && part.asks ? part.then : []));
  expect(then('q1')).toEqual(['If you ticked ‘No’ or ‘I am not sure’, go to question 4.']);
  expect(then('q2-b')).toEqual([
    'If you ticked ‘Yes’ in question 1 and you did not tick ‘Strongly agree’ in question 2, go to question 7.',
  ]);
});

test('three favourites are written as figures, and of a postcode only the first half', () => {
  const how = (id: string) => printed('plain').flatMap(part => (part.id === id && part.asks ? [part.how] : []));
  expect(how('q4')).toEqual(['Write 1 in the box of the most important, then 2 and 3 in two others.']);
  expect(how('q5')).toEqual(['Write the first half of your postcode, such as B97. Leave out the rest.']);
});

test('an edition says what it has words for, and marks the rest as English', () => {
  const [first, second] = printed('cy');
  expect(first).toMatchObject({ ask: 'Ydych chi wedi cael seibiant byr?' });
  expect(first?.asks && first.ticks.slice(0, 2).map(({ words }) => words)).toEqual(['Ydw', 'Nac ydw']);
  expect(second).toMatchObject({ ask: '\u2066How happy were you with the place?\u2069' });
});
