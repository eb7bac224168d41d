import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { listPublished } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import { openDatabase } from '../db/open.ts';
import { listResponses } from '../responses/queries.ts';
import { readSigns } from '../responses/unusual-rules.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { Repeats } from './same-words-rules.ts';

/** What the worker says: each answer that holds long words of many others and does not carry the sign yet. */
export type Repeated = { consultationId: string; responseIds: string[] };

// Runs in a thread of its own, on connections of its own: nothing that reads every answer runs where families are served.
const db = openDatabase((workerData as { address: string }).address);
const repeated: Repeated[] = [];
for (const { id } of await listPublished(db.read)) {
  const responseIds = await findRepeated(db.read, id);
  if (responseIds.length > 0) repeated.push({ consultationId: id, responseIds });
}
await db.close();
parentPort?.postMessage(repeated);

/** Reads twice, so that of all texts only short hashes are in memory. */
async function findRepeated(from: Db, consultationId: string): Promise<string[]> {
  const repeats = new Repeats(text => createHash('sha256').update(text).digest('base64url').slice(0, 16));
  const found: string[] = [];
  for await (const { answers } of responses(from, consultationId)) repeats.add(answers);
  for await (const { id, answers, unusual } of responses(from, consultationId)) {
    if (!readSigns(unusual).includes('same') && repeats.has(answers)) found.push(id);
  }
  return found;
}

async function* responses(from: Db, consultationId: string) {
  for (let after = ''; ;) {
    const page = await listResponses(from, consultationId, after);
    for (const { id, answers, unusual } of page) yield { id, unusual, answers: JSON.parse(answers) as Answers };
    const last = page.at(-1);
    if (!last) return;
    after = last.id;
  }
}
