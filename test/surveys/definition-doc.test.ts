import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { editionStart, kinds, missingForPublishing, parseDefinition } from '../../src/surveys/definition.ts';
import { blocksOf } from '../../src/surveys/help-rules.ts';
import { WHO } from '../../src/surveys/kinds/who-is-answering.ts';
import { editions } from '../../src/words/editions.ts';

const text = readFileSync(join(import.meta.dirname, '../../docs/survey-definition.md'), 'utf8');
const doc = text.replace(/ +/g, ' ');
const example = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
const fieldsOfAll = [
  'format',
  'questions',
  'editions',
  'about',
  'why',
  'breakdown',
  ...Object.keys(editionStart.shape),
];

test('the example is a survey that can be published', () => {
  const parsed = parseDefinition(example);
  expect(parsed).toMatchObject({ ok: true });
  expect(parsed.ok && missingForPublishing(parsed.definition)).toEqual([]);
});

test.each(Object.entries(kinds))('it says what a question of kind %s can have', (kind, { schema }) => {
  expect(doc).toContain(`| \`${kind}\` |`);
  const names = new Set<string>();
  collect(z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any', io: 'input' }), names);
  expect(names.size).toBeGreaterThan(5);
  expect([...names].filter(name => !isNamed(name))).toEqual([]);
});

test('it names every edition, everybody who may answer, and the fields of the whole', () => {
  expect([...editions, ...WHO, ...fieldsOfAll].filter(name => !isNamed(name))).toEqual([]);
});

test('its page loses none of its words', () => {
  const words = (text: string) => text.replace(/```(json)?|[`|#\s]|-{3,}/g, '');
  const shown = blocksOf(text).flatMap(block => {
    if (block.is === 'code') return block.text;
    const cells = block.is === 'table' ? [block.head, ...block.rows].flat() : [block.pieces];
    return cells.map(pieces => pieces.map(piece => piece.text).join(''));
  });
  expect(words(shown.join(' '))).toBe(words(text));
});

// In code: `name`, or "name" within a longer piece.
const isNamed = (name: string): boolean => new RegExp(`\`(?:[^\`\\n]*")?${name}(?:"[^\`\\n]*)?\``).test(doc);

/** Every name of a field, however deep it stands. */
function collect(schema: unknown, names: Set<string>): void {
  if (typeof schema !== 'object' || schema === null) return;
  if (Array.isArray(schema)) return schema.forEach(each => collect(each, names));
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) if (!isEdition(name)) names.add(name);
    collect(value, names);
  }
}

const isEdition = (name: string): boolean => (editions as readonly string[]).includes(name);
