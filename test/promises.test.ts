import { existsSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { presets } from '../src/charters/presets/index.ts';
import { promises } from './promises.ts';

// Run with the whole suite: it asks which tests ran and passed before it.

const passed = existsSync(inject('record')) ? readFileSync(inject('record'), 'utf8').split('\n') : [];
const held = promises.filter(row => row.state !== 'to come');

test('every promise of both charters is on the list, once', () => {
  const ids = promises.map(row => row.id);
  const expected = [...numbers('W', 25), ...numbers('K', 22)];
  expect([...ids].sort()).toEqual([...expected].sort());
});

test('the list and the presets speak of the same promises', () => {
  const ids = new Set(promises.map(row => row.id));
  const strays = presets.flatMap(preset => preset.commitments).filter(commitment => !ids.has(commitment.id));
  expect(strays).toEqual([]);
});

test.each(held)('$id is $state, and a test with its number ran', ({ id }) => {
  expect(passed.filter(title => new RegExp(`\\b${id}\\b`).test(title))).not.toEqual([]);
});

test.each(['W05', 'W08', 'W13', 'W14', 'W17', 'W18', 'K03', 'K04', 'K12', 'K18', 'K19'])(
  '%s is not left to come',
  id => {
    expect(held.map(row => row.id)).toContain(id);
  },
);

function numbers(letter: string, most: number): string[] {
  return Array.from({ length: most }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
}
