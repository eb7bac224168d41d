import { expect, test } from 'vitest';
import { equality, sets, templates } from '../../src/library/content/index.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { findingsIn } from '../../src/surveys/word-rules.ts';

const surveys: [string, Definition][] = [
  ...templates.map(({ key, definition }): [string, Definition] => [key, definition]),
  ...sets.map(({ key, questions }): [string, Definition] => [key, { format: 1, questions: [...questions] }]),
  [equality.key, { format: 1, questions: [], about: equality.about }],
];

test.each(surveys)(
  'W01 what the library offers as ‘%s’ stops no publishing, whatever the glossary knows',
  (_key, survey) => {
    expect(findingsIn(survey, new Set()).filter(each => each.level === 'block')).toEqual([]);
  },
);

test('W01 what the library offers is hardly advised on', () => {
  const found = surveys.flatMap(([key, survey]) =>
    findingsIn(survey, new Set()).map(each => `${key}: ${each.check}: ${each.words}`),
  );
  expect(found.length).toBeLessThanOrEqual(5);
});
