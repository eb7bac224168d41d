/** Something that runs again and again, never twice at once. */
export type Beat = {
  /** Runs it now; while it runs, once more after that. Resolves when that run has ended. Never rejects. */
  now(): Promise<void>;
  stop(): Promise<void>;
};

/** Runs `run` at once and then every so many seconds after it has ended. `failed` hears what it throws. */
export function createBeat(everySeconds: number, run: () => Promise<void>, failed: (error: unknown) => void): Beat {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let waiting: Promise<void> | null = null;
  let stopped = false;
  const turn = async () => {
    waiting = null;
    if (stopped) return;
    clearTimeout(timer);
    await run().catch(failed);
    if (!stopped) timer = setTimeout(now, everySeconds * 1000).unref();
  };
  const now = () => (waiting ??= running = running.then(turn));
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    return running;
  };
  void now();
  return { now, stop };
}
