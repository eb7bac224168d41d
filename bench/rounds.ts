import { middle } from './client.ts';

/** Measures in turn, round by round, after one round that does not count: what disturbs one of them disturbs all. */
export async function inTurn<Name extends string, T>(
  rounds: number,
  measures: Record<Name, () => Promise<T>>,
): Promise<Record<Name, T[]>> {
  const all = Object.entries(measures) as [Name, () => Promise<T>][];
  const found = Object.fromEntries(all.map(([name]) => [name, [] as T[]])) as Record<Name, T[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const [name, measure] of all) {
      const result = await measure();
      if (round > 0) found[name].push(result);
    }
  }
  return found;
}

/** The middle of the ratios, each of two figures of the same round. */
export const ratio = (of: readonly number[], to: readonly number[]): number =>
  middle(of.map((value, at) => value / (to[at] ?? Number.NaN)));
