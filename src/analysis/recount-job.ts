import { askThread } from '../jobs/ask-thread.ts';
import type { Deps } from '../web/deps.ts';
import type { Recounted } from './recount-worker.ts';
import { repairTallies } from './recount.ts';

type Parts = Pick<Deps, 'db' | 'config' | 'log' | 'now'>;

/** Counts every published consultation again, in a thread of its own. `address`: the database as settings name it. */
export const recountInWorker = (address: string): Promise<Recounted[]> =>
  askThread(new URL('./recount-worker.ts', import.meta.url), { address }, { task: 'The recount' });

/** Recounts, says loudly what differs, and puts it right. Gives the number of consultations that were wrong. */
export async function recountAll(deps: Parts): Promise<number> {
  const wrong = await recountInWorker(deps.config.database);
  for (const { consultationId, differences } of wrong) {
    deps.log.error({ consultation: consultationId, differences }, 'tallies differ from the responses; repairing them');
    await repairTallies(deps.db.write, consultationId, differences, deps.now());
  }
  return wrong.length;
}
