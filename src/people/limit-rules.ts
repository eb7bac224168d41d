const SWEEP_AT = 10_000;

/** Counts what each key did lately. `take` is false when the key has used up what it may do; then nothing is counted. */
export type Limiter = { take(key: string, now: number): boolean };

/** At most `most` times in any `minutes` minutes. `now` in milliseconds since 1970. Kept in memory alone. */
export function createLimiter(most: number, minutes: number): Limiter {
  const taken = new Map<string, number[]>();
  const recent = (key: string, now: number) => (taken.get(key) ?? []).filter(at => at > now - minutes * 60_000);
  return {
    take(key, now) {
      const times = recent(key, now);
      if (times.length >= most) return false;
      taken.set(key, [...times, now]);
      if (taken.size > SWEEP_AT) for (const each of taken.keys()) if (!recent(each, now).length) taken.delete(each);
      return true;
    },
  };
}
