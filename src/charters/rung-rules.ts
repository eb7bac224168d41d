import type { Say } from '../words/catalogue.ts';
import type { Rung } from './charter.ts';
import { presets } from './presets/index.ts';

type SaidRung = { name: string; meaning: string };

/** A rung of a preset is ours, so the catalogue says it in every edition; one that a partnership wrote stays in its words. */
export function rungIn(rung: Rung, say: Say): SaidRung {
  const preset = presets.find(({ rungs }) => rungs.some(each => isSame(each, rung)));
  if (!preset) return { name: say.written(rung.name), meaning: say.written(rung.meaning) };
  const key = `charters.rung.${preset.id}.${rung.id}`;
  return { name: say(`${key}.name`), meaning: say(`${key}.meaning`) };
}

const isSame = (one: Rung, other: Rung): boolean =>
  one.id === other.id && one.name === other.name && one.meaning === other.meaning;
