import { BREAKDOWN_THRESHOLD, safeQuestion, THRESHOLD } from '../analysis/disclosure.ts';

/** How many people said something, as the public may read it; 'some' when the number could tell of a few. */
export type Figure = { n: number; of: number } | 'some' | null;

/** How many answered, as the public may read it: null while they are fewer than ten. */
export const safeTotal = (of: number): number | null => (of >= BREAKDOWN_THRESHOLD ? of : null);

/**
 * The figures of a page whose entries speak for these sets of people, of `of` who answered. A number is shown when
 * neither those who said it nor those who did not are fewer than five, and when two numbers side by side, one of which
 * includes the other, don't leave fewer than five between them.
 */
export function figuresFor(sets: readonly ReadonlySet<string>[], of: number): Figure[] {
  const largestFirst = [...sets].sort((a, b) => b.size - a.size);
  const shown: ReadonlySet<string>[] = [];
  for (const set of largestFirst) {
    if (isSafe(set.size, of) && shown.every(other => !leavesFew(set, other))) shown.push(set);
  }
  return sets.map(set => (set.size === 0 ? null : shown.includes(set) ? { n: set.size, of } : 'some'));
}

function isSafe(n: number, of: number): boolean {
  const counts = [
    { id: 'said', count: n },
    { id: 'others', count: of - n },
  ];
  return safeTotal(of) !== null && safeQuestion(counts, of, of).shown;
}

function leavesFew(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  const between = large.size - small.size;
  return between > 0 && between < THRESHOLD && small.isSubsetOf(large);
}

/** A figure that was published stays until it moves by five: two versions side by side must not tell of a few. */
export function steadyFigure(before: Figure | undefined, now: Figure): Figure {
  if (!before || before === 'some' || !now) return now;
  if (now === 'some') return now;
  const moved = Math.abs(now.n - before.n) >= THRESHOLD && isFar(now.of, before.of);
  return moved ? now : before;
}

const isFar = (a: number, b: number): boolean => a === b || Math.abs(a - b) >= THRESHOLD;
