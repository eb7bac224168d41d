import { expect, test } from 'vitest';
import { planFindings } from '../../src/consultations/word-rules.ts';
import { demo } from '../../src/demo/content/index.ts';
import { knownOf } from '../../src/glossary/term-rules.ts';
import { sentencesOf } from '../../src/words/plain-rules.ts';
import { findingsIn } from '../../src/surveys/word-rules.ts';

const { consultations, glossary } = demo('2026-11-22');
const known = knownOf(glossary);

const columnsOf = (plan: object) =>
  Object.fromEntries(
    Object.entries(plan).map(([name, value]) => [name.replace(/[A-Z]/g, each => `_${each.toLowerCase()}`), value]),
  );

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

const found = consultations.flatMap(({ plan, survey }) => [
  ...planFindings(columnsOf(plan), known),
  ...findingsIn(survey, known),
]);

test('W01 among hundreds of sentences of the demo no check cries wolf', () => {
  const sentences = new Set(consultations.flatMap(({ plan, survey }) => texts({ plan, survey })).flatMap(sentencesOf));
  expect([...sentences].filter(each => each.includes(' ')).length).toBeGreaterThan(400);
  expect(found.filter(each => each.level === 'block')).toEqual([]);
  expect(found.length).toBeLessThanOrEqual(12);
});
