import { releaseClaims } from '../mail/queries.ts';
import { onWakeMail } from '../mail/wake.ts';
import type { Deps } from '../web/deps.ts';
import { createBeat } from './beat.ts';
import { createMailJob, recurring, type Job } from './recurring.ts';

export type Worker = {
  /** Runs every job once, now. For tests and for the demo. */
  tick(): Promise<void>;
  /** Lets the jobs in hand end. */
  stop(): Promise<void>;
};

// A mail is queued inside a transaction: a moment later that has ended, and what it queued can be seen.
const MOMENT = 40;

/** Starts the recurring jobs. What one of them throws is logged, and the job runs again at its next time. */
export function startWorker(deps: Deps, jobs: readonly Job[] = recurring): Worker {
  let stopping = false;
  const mail = createMailJob(deps, () => stopping);
  const released = deps.db.dialect === 'sqlite' ? releaseClaims(deps.db.write) : Promise.resolve();
  const beats = [mail, ...jobs].map(job =>
    createBeat(
      job.everySeconds,
      () => released.then(() => job.run(deps)),
      error => deps.log.error({ job: job.name, error: nameOf(error) }, 'job failed'),
    ),
  );
  const asleep = onWakeMail(() => setTimeout(() => void beats[0]?.now(), MOMENT).unref());
  return {
    tick: async () => void (await Promise.all(beats.map(beat => beat.now()))),
    async stop() {
      stopping = true;
      asleep();
      await Promise.all(beats.map(beat => beat.stop()));
      mail.close();
    },
  };
}

// A database's message may quote the values of a row, so only what kind of error it was is kept.
function nameOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  return [error instanceof Error ? error.name : 'Error', code].filter(Boolean).join(' ');
}
