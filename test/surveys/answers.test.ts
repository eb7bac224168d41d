import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  answersToSend,
  asSeen,
  cleanAnswers,
  hasTextAnswers,
  quoteAllowed,
  whoAnswered,
  withoutWords,
} from '../../src/surveys/answers.ts';
import { kindOf, type Definition } from '../../src/surveys/definition.ts';
import { aDefinition, aSurveyAndAnswers } from './arbitrary.ts';

const definition: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    { id: 'q2', kind: 'agreement', ask: 'It is easy to get help' },
    { id: 'q3', kind: 'long-text', ask: 'What would help?', limit: 5 },
    { id: 'q4', kind: 'number', ask: 'How many visits?', bins: [], max: 10 },
  ],
};

describe('what is kept of answers', () => {
  test('answers that were read are kept as they are', () => {
    fc.assert(
      fc.property(aSurveyAndAnswers, ([made, answers]) => {
        expect(cleanAnswers(made, JSON.parse(JSON.stringify(answers)))).toEqual(answers);
      }),
    );
  });

  test('anything else is dropped without an exception, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(
        aDefinition,
        fc.dictionary(fc.constantFrom('q1', 'q2', 'q3', 'quote', '__proto__'), fc.jsonValue()),
        (made, junk) => {
          const once = cleanAnswers(made, junk);
          expect(cleanAnswers(made, once)).toEqual(once);
        },
      ),
    );
    for (const junk of [null, undefined, 'x', 3, []]) expect(cleanAnswers(definition, junk)).toEqual({});
  });

  test('unknown questions, wrong shapes and numbers out of range go; what was skipped stays skipped', () => {
    expect(cleanAnswers(definition, { q1: 'nobody', q2: ['1'], q3: null, q4: 11, q9: 'x' })).toEqual({ q3: null });
  });

  test('words are never lost to a limit that has shrunk', () => {
    expect(cleanAnswers(definition, { q3: 'far too long' })).toEqual({ q3: 'far too long' });
  });

  test('what is sent holds no skips, and a change starts with every page of the path seen', () => {
    expect(answersToSend(definition, { q1: 'parent', q2: null, q9: 1 })).toEqual({ q1: 'parent' });
    expect(asSeen(definition, { q1: 'parent' })).toEqual({ q1: 'parent', q2: null, q3: null, q4: null });
    const wrote = { q3: 'Words' };
    expect(asSeen(definition, wrote)).toEqual({ q1: null, q2: null, q3: 'Words', q4: null, quote: null });
  });
});

describe('words', () => {
  test('may be quoted only after a yes', () => {
    expect(quoteAllowed({ quote: 'yes' })).toBe(true);
    for (const answers of [{}, { quote: 'no' }, { quote: null }]) expect(quoteAllowed(answers)).toBe(false);
  });

  test('K08 deleting words deletes all of them and nothing else, and they still count as answered', () => {
    fc.assert(
      fc.property(aSurveyAndAnswers, ([made, answers]) => {
        const left = withoutWords(made, answers);
        expect(hasTextAnswers(made, left)).toBe(false);
        for (const question of made.questions) {
          const before = answers[question.id];
          const wrote = kindOf(question).isText && before !== null;
          expect(left[question.id]).toEqual(wrote ? '' : before);
        }
        expect(cleanAnswers(made, left)).toEqual(left);
      }),
    );
    expect(hasTextAnswers(definition, { q3: 'Bus' })).toBe(true);
  });
});

test('who answered is read from its question', () => {
  expect(whoAnswered(definition, { q1: 'young' })).toBe('young');
  expect(whoAnswered(definition, { q1: null })).toBeNull();
  expect(whoAnswered({ format: 1, questions: [] }, { q1: 'young' })).toBeNull();
});
