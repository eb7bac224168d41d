import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Definition, Question } from '../../src/surveys/definition.ts';
import { firstUnanswered, journey, nextStep, notReady, previousStep, stepOf } from '../../src/surveys/steps.ts';
import { createSay } from '../../src/words/catalogue.ts';
import { aDefinition, aSurveyAndAnswers } from './arbitrary.ts';

const definition: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'information', ask: 'About this', body: 'Read.' },
    { id: 'q2', kind: 'agreement', ask: 'It is easy to get help', required: true },
    { id: 'q3', kind: 'long-text', ask: 'What would help?' },
  ],
};

test('a survey that asks for words ends by asking whether they may be quoted', () => {
  const steps = journey(definition, createSay('plain'));
  expect(steps.map(step => step.id)).toEqual(['q1', 'q2', 'q3', 'quote']);
  expect(steps.at(-1)?.question.ask).toBe('May we quote your words without your name?');
  const wordless = { ...definition, questions: definition.questions.slice(0, 2) };
  expect(journey(wordless).map(step => step.id)).toEqual(['q1', 'q2']);
});

test('walking forward visits every step once, and back again the same way', () => {
  fc.assert(
    fc.property(aDefinition, made => {
      const steps = journey(made);
      const there: string[] = [];
      for (let step = steps[0] ?? null; step; step = nextStep(steps, step.id)) there.push(step.id);
      expect(there).toEqual(steps.map(step => step.id));
      const back: string[] = [];
      for (let step = steps.at(-1) ?? null; step; step = previousStep(steps, step.id)) back.unshift(step.id);
      expect(back).toEqual(there);
    }),
  );
});

test('a step that is not there leads nowhere', () => {
  const steps = journey(definition);
  for (const walk of [nextStep, previousStep, stepOf]) expect(walk(steps, 'q99')).toBeNull();
  expect(nextStep(steps, 'quote')).toBeNull();
  expect(previousStep(steps, 'q1')).toBeNull();
});

test('people carry on at the first page that they have not seen', () => {
  const steps = journey(definition);
  const at = (answers: Parameters<typeof firstUnanswered>[1]) => firstUnanswered(steps, answers)?.id ?? 'check';
  expect(at({})).toBe('q1');
  expect(at({ q1: null })).toBe('q2');
  expect(at({ q1: null, q2: null })).toBe('q2');
  expect(at({ q1: null, q2: '4' })).toBe('q3');
  expect(at({ q1: null, q2: '4', q3: null })).toBe('quote');
  expect(at({ q1: null, q2: '4', q3: 'A bus', quote: 'no' })).toBe('check');
  expect(at({ q1: null, q2: '9', q3: 'A bus', quote: 'no' })).toBe('q2');
});

test('sending waits for required answers alone', () => {
  const steps = journey(definition);
  expect(notReady(steps, {}).map(step => step.id)).toEqual(['q2']);
  expect(notReady(steps, { q2: 'ns' })).toEqual([]);
  expect(notReady(steps, { q2: 'ns', q3: '' })).toEqual([]); // words that were deleted since
  expect(notReady(steps, { q2: 'ns', q3: 'x'.repeat(5_001) }).map(step => step.id)).toEqual(['q3']);
});

test('answers that were read on every page are ready to send', () => {
  fc.assert(
    fc.property(aSurveyAndAnswers, ([made, answers]) => {
      expect(notReady(journey(made), answers)).toEqual([]);
      expect(firstUnanswered(journey(made), { ...answers, quote: null })).toBeNull();
    }),
  );
});

test('a question of the reserved id cannot be walked into twice', () => {
  const ids = journey({ format: 1, questions: [{ id: 'quote1', kind: 'long-text', ask: 'Words' } as Question] });
  expect(new Set(ids.map(step => step.id)).size).toBe(2);
});
