import type { Kysely } from 'kysely';
import { addToTallies } from '../analysis/tally-queries.ts';
import type { Database, Db } from '../db/dialect.ts';
import { randomId, randomReference } from '../db/ids.ts';
import type { Draft, Response, Schema } from '../db/schema.ts';
import { gathering } from './gathering.ts';
import { addResponses, deleteDrafts, deleteMarks, lockDrafts, lockResponses, updateResponse } from './queries.ts';
import { settle, type Item, type Result, type Version } from './settle-rules.ts';

/** One press of 'Send': the draft that the form names, whose token the browser holds, and the day in London. */
export type Press = Omit<Item, 'responseId' | 'reference' | 'unusual'> & {
  /** What looks unusual, as the response is to keep it. */
  signsOf(draft: Draft): string | null;
};

/** The one place where drafts become responses. Resolves once the answer is written to disk; rejects when it is not. */
export type Sending = { send(press: Press): Promise<Result> };

type Parts = {
  db: Database;
  /** How many presses go into one commit at most; 1 commits each. */
  batchSize: number;
  version: ReadVersion;
};

type ReadVersion = (id: string, tx: Db) => Promise<Version>;

/** Each press is written in a batch with those that arrived together with it. */
export function createSending({ db, batchSize, version }: Parts): Sending {
  return {
    send: gathering(db.dialect, batchSize, (presses: readonly Press[]) => writeBatch(db.write, presses, version)),
  };
}

/** References are made anew at each try: two that are alike would make both tries fail. */
function writeBatch(db: Kysely<Schema>, presses: readonly Press[], version: ReadVersion): Promise<Result[]> {
  return db.transaction().execute(async tx => {
    // Drafts first: whoever waited for a draft that has just been sent then finds its response.
    const drafts = new Map((await lockDrafts(tx, idsOf(presses, 'draftId'))).map(draft => [draft.id, draft]));
    const responses = await lockResponses(tx, idsOf(presses, 'tokenHash'));
    const items = presses.map(press => itemOf(press, drafts.get(press.draftId)));
    const settled = settle(
      items,
      drafts,
      new Map(responses.map(response => [response.token_hash, response])),
      await versionsOf(tx, items, responses, version),
    );
    await addResponses(tx, settled.inserts);
    for (const response of settled.updates) await updateResponse(tx, response);
    await deleteDrafts(tx, settled.deletes);
    await addToTallies(tx, settled.tallies);
    // After the tallies, as everywhere: with marks the one stamp of all is held until the transaction ends.
    for (const { response_id, question } of settled.rewritten) await deleteMarks(tx, response_id, question);
    return settled.results;
  });
}

const idsOf = (presses: readonly Press[], key: 'draftId' | 'tokenHash'): string[] => [
  ...new Set(presses.map(press => press[key])),
];

function itemOf(press: Press, draft: Draft | undefined): Item {
  const unusual = draft?.token_hash === press.tokenHash ? press.signsOf(draft) : null;
  return { ...press, unusual, responseId: randomId(), reference: randomReference() };
}

async function versionsOf(
  tx: Db,
  items: readonly Item[],
  responses: readonly Response[],
  version: ReadVersion,
): Promise<Map<string, Version>> {
  const ids = [...new Set([...items.map(item => item.versionId), ...responses.map(row => row.version_id)])];
  return new Map(await Promise.all(ids.map(async id => [id, await version(id, tx)] as const)));
}
