/** Notices when much comes from one place within a short time. Refuses nothing. */
export type Bursts = {
  /** Counts one more from there; true once it is more than is usual. `now` in milliseconds since 1970. */
  add(key: string, now: number): boolean;
};

/**
 * More than `most` within `minutes` to twice as many minutes. Kept in memory alone, and forgotten after twice `minutes`:
 * what is counted in one span is kept until the next has passed.
 */
export function createBursts(most: number, minutes: number): Bursts {
  let [span, current, before] = [0, new Map<string, number>(), new Map<string, number>()];
  const turn = (to: number) => {
    if (to === span) return;
    [before, current, span] = [to === span + 1 ? current : new Map(), new Map(), to];
  };
  return {
    add(key, now) {
      turn(Math.floor(now / (minutes * 60_000)));
      const count = (current.get(key) ?? 0) + 1;
      current.set(key, count);
      return count + (before.get(key) ?? 0) > most;
    },
  };
}
