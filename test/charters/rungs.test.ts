import { expect, test } from 'vitest';
import { presets } from '../../src/charters/presets/index.ts';
import { rungIn } from '../../src/charters/rung-rules.ts';
import { createSay } from '../../src/words/catalogue.ts';

const rungs = presets.flatMap(preset => preset.rungs);

test('a rung of a preset is said in every edition, and in plain English as the preset says it', () => {
  for (const { id, name, meaning } of rungs) {
    const rung = { id, name, meaning };
    expect(rungIn(rung, createSay('plain'))).toEqual({ name, meaning });
    for (const edition of ['easy', 'child', 'cy', 'pl', 'ur'] as const)
      expect(rungIn(rung, createSay(edition)).meaning, `${id} in ${edition}`).not.toContain(meaning);
  }
});

test('a rung that a partnership wrote stays in its own words', () => {
  const [first] = rungs;
  const own = { id: first?.id ?? '', name: first?.name ?? '', meaning: 'We only listen.' };
  const say = createSay('ur');
  expect(rungIn(own, say)).toEqual({ name: say.written(own.name), meaning: say.written('We only listen.') });
});
