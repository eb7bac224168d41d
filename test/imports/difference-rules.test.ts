import { expect, test } from 'vitest';
import { fateOf } from '../../src/imports/difference-rules.ts';
import { readImport } from '../../src/imports/read-import.ts';
import { withAtEnd } from '../../src/surveys/at-end-rules.ts';
import type { Definition, Question } from '../../src/surveys/definition.ts';
import { createSay } from '../../src/words/catalogue.ts';

const say = createSay('plain');
const words = (id: string, ask: string): Question => ({ id, kind: 'short-text', ask });
const whole: Definition = {
  format: 1,
  questions: [
    {
      id: 'q1',
      kind: 'who-is-answering',
      ask: 'Who are you?',
      next: [{ when: { q: 'q1', anyOf: ['parent'] }, to: 'q3' }],
    },
    { ...words('q2', 'Why?'), editions: { cy: { ask: 'Pam?' } } },
    words('q3', 'How?'),
  ],
};

test('what is new, changed, stays and goes is told apart by ids', () => {
  const brought = { ...whole, questions: [words('q3', 'How so?'), words('q9', 'When?')] };
  const fate = fateOf(whole, brought, say);
  expect(fate.fresh).toEqual([{ place: 'Question 2', ask: 'When?', notes: [] }]);
  expect(fate.changed).toEqual([
    { place: 'Question 1', ask: 'How so?', notes: ['Question 1: ‘How?’ became ‘How so?’.'] },
  ]);
  expect(fate.stay).toEqual([]);
  expect(fate.gone).toEqual([
    { place: 'Question 1', ask: 'Who are you?', notes: ['With its rule.'] },
    { place: 'Question 2', ask: 'Why?', notes: ['With what it says in other editions.'] },
  ]);
});

test('the same again changes nothing', () => {
  const { fresh, changed, stay, gone, whole: others } = fateOf(whole, structuredClone(whole), say);
  expect([fresh, changed, gone, others]).toEqual([[], [], [], []]);
  expect(stay.map(each => each.ask)).toEqual(['Who are you?', 'Why?', 'How?']);
});

test('at the end comes what is new alone, and who is answering is not asked twice', () => {
  const own = { when: { q: 'q8', anyOf: ['parent'] }, to: 'q9' };
  const who: Question = { id: 'q8', kind: 'who-is-answering', ask: 'And you?', next: [own] };
  const where: Question = { id: 'q10', kind: 'choose-one', ask: 'Where?', options: [], preferNot: true };
  const rule = { when: { q: 'q8', anyOf: ['parent'] }, to: 'end' };
  const brought: Definition = {
    format: 1,
    questions: [who, words('q3', 'Other words'), { ...words('q9', 'When?'), next: [rule] }],
    about: { why: 'To see whom we hear.', questions: [where] },
  };
  const after = withAtEnd(whole, brought);
  expect(after.questions).toEqual([...whole.questions, words('q9', 'When?')]);
  expect(after.about?.questions.map(each => each.id)).toEqual(['q10']);
});

test('another survey comes under ids of its own; the same one, changed, keeps its ids', async () => {
  const used = ['q1', 'q2', 'q3'];
  const bring = async (questions: Question[]) =>
    (await readImport(Buffer.from(JSON.stringify({ format: 1, questions })), { current: whole, used })).definition;
  const rule = { when: { q: 'q2', answered: true as const }, to: 'end' };
  const theirs = await bring([words('q2', 'Which bus?'), { ...words('q3', 'How often?'), next: [rule] }]);
  expect(theirs.questions.map(({ id, ask }) => [id, ask])).toEqual([
    ['q4', 'Which bus?'],
    ['q5', 'How often?'],
  ]);
  expect(JSON.stringify(theirs.questions[1]?.next)).toContain('"q":"q4"');
  const ours = await bring([words('q2', 'Why, then?'), words('q3', 'How?')]);
  expect(ours.questions.map(({ id }) => id)).toEqual(['q2', 'q3']);
});
