import { recountAll } from '../analysis/recount-job.ts';
import { renewSnapshots } from '../analysis/snapshots.ts';
import { deliverDueMail, type Delivery } from '../mail/deliver.ts';
import { forgetMail } from '../mail/queries.ts';
import { openTransport } from '../mail/transports.ts';
import { removeExpired } from '../people/queries.ts';
import { forgetDrafts } from '../responses/forget-drafts.ts';
import type { Deps } from '../web/deps.ts';
import { lookForSameWords } from '../unusual/look-for-same-words.ts';
import { onceANight } from './nightly.ts';
import { standing } from './standing.ts';

/** A job that comes back. It may run in several instances at once, and after a failure it is simply run again. */
export type Job = {
  name: string;
  everySeconds: number;
  run(deps: Deps): Promise<void>;
};

/** Every recurring job but the sending of mail, on one screen. */
export const recurring: readonly Job[] = [
  { name: 'forget mails', everySeconds: 30, run: forgetOldMail },
  { name: 'drop expired sessions and links', everySeconds: 600, run: deps => removeExpired(deps.db.write, iso(deps)) },
  { name: 'forget drafts', everySeconds: 300, run: forgetDrafts },
  { name: 'renew snapshots', everySeconds: 60, run: async deps => void (await renewSnapshots(deps)) },
  { name: 'recount tallies', everySeconds: 900, run: onceANight(recountAll) },
  { name: 'look for the same words', everySeconds: 900, run: onceANight(lookForSameWords) },
];

export type MailJob = Job & { close(): void };

/** The one job that can be woken. It holds the connection to the mail server until `close`. */
export function createMailJob(deps: Deps, ending: () => boolean): MailJob {
  const transport = openTransport(deps.config);
  const delivery: Delivery = { ...deps, transport, standing, ending };
  const run = () => deliverDueMail(delivery);
  return { name: 'send mail', everySeconds: 1, run, close: () => transport.close() };
}

async function forgetOldMail(deps: Deps): Promise<void> {
  const undelivered = await forgetMail(deps.db.write, iso(deps));
  if (undelivered > 0) deps.log.warn({ undelivered }, 'mails with a private link ran out before they were delivered');
}

const iso = (deps: Deps) => deps.now().toString({ smallestUnit: 'millisecond' });
