import { parentPort, workerData } from 'node:worker_threads';
import { listPublished } from '../consultations/queries.ts';
import { openDatabase } from '../db/open.ts';
import { recount, type Difference } from './recount.ts';

/** What the worker says: each consultation whose counts differ. */
export type Recounted = { consultationId: string; differences: Difference[] };

// Runs in a thread of its own, on connections of its own: nothing that reads every answer runs where families are served.
const db = openDatabase((workerData as { address: string }).address);
const recounted: Recounted[] = [];
for (const { id } of await listPublished(db.read)) {
  const differences = await recount(db.read, id);
  if (differences.length > 0) recounted.push({ consultationId: id, differences });
}
await db.close();
parentPort?.postMessage(recounted);
