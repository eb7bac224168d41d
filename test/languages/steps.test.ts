import { expect, test } from 'vitest';
import { stepsIn } from '../../src/responses/reading-rules.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { createSay } from '../../src/words/catalogue.ts';

const definition: Definition = { format: 1, questions: [{ id: 'q1', kind: 'long-text', ask: 'What works?' }] };
const version = { id: 'v', number: 1, definition };

test('a survey without Urdu is read in plain English on an Urdu page, and our own question in Urdu', () => {
  const [urdu, english] = [createSay('ur'), createSay('plain')];
  const asks = (say: typeof urdu) => stepsIn(version, 'plain', say).map(step => step.question.ask);
  expect(asks(urdu)).toEqual([urdu.written('What works?'), urdu('surveys.quote.ask')]);
  expect(asks(english)).toEqual(['What works?', 'May we quote your words without your name?']);
  expect(asks(urdu)[1]).toBe(urdu('surveys.quote.ask'));
});
