import type { Kysely } from 'kysely';
import type { Database, Db } from '../db/dialect.ts';
import { randomId, randomReference } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import {
  addResponses,
  addToTallies,
  deleteDrafts,
  deleteMarks,
  lockDrafts,
  lockResponses,
  updateResponse,
} from './queries.ts';
import { settle, type Item, type Result, type Version } from './settle-rules.ts';

/** One press of 'Send': the draft that the form names, whose token the browser holds, and the day in London. */
export type Press = Pick<Item, 'draftId' | 'tokenHash' | 'day'>;

/** The one place where drafts become responses. Resolves once the answer is written to disk; rejects when it is not. */
export type Sending = { send(press: Press): Promise<Result> };

type Parts = {
  db: Database;
  /** How many presses go into one commit at most; 1 commits each. */
  batchSize: number;
  version: ReadVersion;
};

type ReadVersion = (id: string, tx: Db) => Promise<Version>;

type Waiting = { press: Press; resolve(result: Result): void; reject(error: unknown): void };

/**
 * On SQLite what arrives together is written in one commit, since a commit waits for the disk. PostgreSQL gathers
 * commits itself, so there each press is a transaction. Memory is bounded by the requests that wait.
 */
export function createSending({ db, batchSize, version }: Parts): Sending {
  const write = (presses: readonly Press[]) => writeBatch(db.write, presses, version);
  const one = async (press: Press) => {
    const [result] = await write([press]).catch(() => write([press]));
    return result as Result;
  };
  if (db.dialect === 'postgres') return { send: one };
  return { send: gathering(write, one, batchSize) };
}

function gathering(
  write: (presses: readonly Press[]) => Promise<Result[]>,
  one: (press: Press) => Promise<Result>,
  batchSize: number,
): Sending['send'] {
  const waiting: Waiting[] = [];
  let busy = false;
  const work = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize);
      await flush(batch, write, one);
    }
    busy = false;
  };
  return press =>
    new Promise((resolve, reject) => {
      waiting.push({ press, resolve, reject });
      if (busy) return;
      busy = true;
      setImmediate(() => void work());
    });
}

/** A batch that fails is tried again one by one, so that nobody's answer is lost to somebody else's trouble. */
async function flush(
  batch: readonly Waiting[],
  write: (presses: readonly Press[]) => Promise<Result[]>,
  one: (press: Press) => Promise<Result>,
): Promise<void> {
  try {
    const results = await write(batch.map(each => each.press));
    batch.forEach((each, at) => each.resolve(results[at] as Result));
  } catch {
    for (const each of batch) await one(each.press).then(each.resolve, each.reject);
  }
}

/** References are made anew at each try: two that are alike would make both tries fail. */
function writeBatch(db: Kysely<Schema>, presses: readonly Press[], version: ReadVersion): Promise<Result[]> {
  const items = presses.map(press => ({ ...press, responseId: randomId(), reference: randomReference() }));
  return db.transaction().execute(async tx => {
    // Drafts first: whoever waited for a draft that has just been sent then finds its response.
    const drafts = await lockDrafts(tx, [...new Set(items.map(item => item.draftId))]);
    const responses = await lockResponses(tx, [...new Set(items.map(item => item.tokenHash))]);
    const settled = settle(
      items,
      new Map(drafts.map(draft => [draft.id, draft])),
      new Map(responses.map(response => [response.token_hash, response])),
      await versionsOf(tx, [...drafts, ...responses], version),
    );
    await addResponses(tx, settled.inserts);
    for (const response of settled.updates) await updateResponse(tx, response);
    for (const { response_id, question } of settled.rewritten) await deleteMarks(tx, response_id, question);
    await deleteDrafts(tx, settled.deletes);
    await addToTallies(tx, settled.tallies);
    return settled.results;
  });
}

async function versionsOf(
  tx: Db,
  rows: readonly { version_id: string }[],
  version: ReadVersion,
): Promise<Map<string, Version>> {
  const ids = [...new Set(rows.map(row => row.version_id))];
  return new Map(await Promise.all(ids.map(async id => [id, await version(id, tx)] as const)));
}
