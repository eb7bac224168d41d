const WAITS_IN_MINUTES = [1, 2, 5, 15, 60, 120, 240];

/** When to try again after this many tries; null after the eighth: it is given up. */
export function dueAgain(now: Temporal.Instant, tries: number): Temporal.Instant | null {
  const minutes = WAITS_IN_MINUTES[tries - 1];
  return minutes === undefined ? null : now.add({ minutes });
}
