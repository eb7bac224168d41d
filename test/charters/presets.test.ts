import { describe, expect, test } from 'vitest';
import { charterSchema, parseCharter, rungOf } from '../../src/charters/charter.ts';
import { presetOf, presets, warwickshire, worcestershire } from '../../src/charters/presets/index.ts';

const numbers = (letter: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);

const sentences = (words: string) => words.split(/(?<=[.?!:])\s+/);
const length = (sentence: string) => sentence.split(/\s+/).length;

describe.each(presets)('the preset $id', preset => {
  test('passes its own check and comes back unchanged from the text it is kept in', () => {
    expect(parseCharter(JSON.stringify(preset))).toEqual(preset);
  });

  test('says each thing in sentences of at most 25 words, each only once', () => {
    const all = [
      ...preset.rungs.map(rung => rung.meaning),
      ...preset.commitments.map(commitment => commitment.words),
      ...preset.scopes.flatMap(scope => [scope.meaning, scope.whoDecides, scope.whoTakesPart]),
    ];
    expect(all.flatMap(sentences).filter(sentence => length(sentence) > 25)).toEqual([]);
    expect(new Set(all).size).toBe(all.length);
  });

  test('holds no address, telephone number or link', () => {
    expect(JSON.stringify(preset)).not.toMatch(/@|https?:|www\.|\d{5}/);
  });

  test('points for every commitment to its place in the charter', () => {
    for (const { source } of preset.commitments) expect(source.startsWith(`${preset.name}, `)).toBe(true);
  });
});

test('Worcestershire has its four rungs in order, and W01 to W25', () => {
  expect(worcestershire.rungs.map(rung => rung.name)).toEqual([
    'Information only',
    'Consultation',
    'Partnership',
    'Co-production',
  ]);
  expect(worcestershire.commitments.map(commitment => commitment.id).toSorted()).toEqual(numbers('W', 25));
  expect(worcestershire.clocks).toMatchObject({ acknowledgementWorkingDays: 10, papersDays: 7 });
});

test('Warwickshire has its five rungs in order, three scopes, and K01 to K22', () => {
  expect(warwickshire.rungs.map(rung => rung.name)).toEqual([
    'Information',
    'Consultation',
    'Engagement',
    'Co-design',
    'Co-production',
  ]);
  expect(warwickshire.scopes.map(scope => scope.id)).toEqual(['strategic', 'service', 'individual']);
  expect(warwickshire.commitments.map(commitment => commitment.id).toSorted()).toEqual(numbers('K', 22));
});

test('a preset and a rung are found by id, and what is not there is undefined', () => {
  expect(presetOf('warwickshire')).toBe(warwickshire);
  expect(presetOf('elsewhere')).toBeUndefined();
  expect(rungOf(worcestershire, 'co-production')?.name).toBe('Co-production');
  expect(rungOf(worcestershire, 'co-design')).toBeUndefined();
});

test('a charter with a stray field, a number that stands twice or no rungs is refused', () => {
  expect(charterSchema.safeParse({ ...worcestershire, colour: 'green' }).success).toBe(false);
  expect(charterSchema.safeParse({ ...worcestershire, rungs: [] }).success).toBe(false);
  const [first] = worcestershire.commitments;
  const twice = [...worcestershire.commitments, first];
  expect(charterSchema.safeParse({ ...worcestershire, commitments: twice }).success).toBe(false);
});
