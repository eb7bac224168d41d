import { readVersion } from '../analysis/recount.ts';
import { addToTallies } from '../analysis/tally-queries.ts';
import { askThread } from '../jobs/ask-thread.ts';
import { countedAs, tallyRows, type Version } from '../responses/settle-rules.ts';
import { keptSigns, readSigns } from '../responses/unusual-rules.ts';
import type { Deps } from '../web/deps.ts';
import { lockAnswers, markUnusual } from './queries.ts';
import type { Repeated } from './same-words-worker.ts';

type Parts = Pick<Deps, 'db' | 'config'>;

const MOST_AT_ONCE = 200;

/** Looks in a thread of its own for the same long words sent again and again, and marks those answers. Gives how many. */
export async function lookForSameWords({ db, config }: Parts): Promise<number> {
  let marked = 0;
  for (const { consultationId, responseIds } of await findInWorker(config.database)) {
    for (let at = 0; at < responseIds.length; at += MOST_AT_ONCE) {
      marked += await mark(db, consultationId, responseIds.slice(at, at + MOST_AT_ONCE));
    }
  }
  return marked;
}

const findInWorker = (address: string): Promise<Repeated[]> =>
  askThread(new URL('./same-words-worker.ts', import.meta.url), { address }, { task: 'The look for the same words' });

/** The sign and the second count in one transaction, from the answers as they stand now. */
function mark({ write }: Deps['db'], consultationId: string, ids: readonly string[]): Promise<number> {
  return write.transaction().execute(async tx => {
    const before = await lockAnswers(tx, consultationId, ids);
    const versions = new Map<string, Version>();
    const deltas = [];
    for (const response of before) {
      const unusual = keptSigns([...readSigns(response.unusual), 'same']);
      const version = versions.get(response.version_id) ?? (await readVersion(tx, response.version_id));
      versions.set(version.id, version);
      await markUnusual(tx, response.id, unusual);
      deltas.push(...countedAs(response, version, -1), ...countedAs({ ...response, unusual }, version, 1));
    }
    await addToTallies(tx, tallyRows(consultationId, deltas));
    return before.length;
  });
}
