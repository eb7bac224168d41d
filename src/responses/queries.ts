import { growStamp } from '../audit/queries.ts';
import { forUpdate, type Db } from '../db/dialect.ts';
import { addKept, evenKeys, runKept } from '../db/kept-words.ts';
import type { Draft, Mark, Response, SurveyVersion } from '../db/schema.ts';

// Every page of a journey and every answer sent pass through here: what they run keeps its words.

export async function findDraft(db: Db, tokenHash: string): Promise<Draft | undefined> {
  const query = () => db.selectFrom('drafts').selectAll().where('token_hash', '=', tokenHash);
  return (await runKept(db, 'draft', [tokenHash], query))[0];
}

export async function findResponse(db: Db, tokenHash: string): Promise<Response | undefined> {
  const query = () => db.selectFrom('responses').selectAll().where('token_hash', '=', tokenHash);
  return (await runKept(db, 'response', [tokenHash], query))[0];
}

export function findVersion(db: Db, id: string): Promise<SurveyVersion | undefined> {
  return db.selectFrom('survey_versions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Where a token has a draft already, that one stays. */
export async function addDrafts(db: Db, rows: readonly Draft[]): Promise<void> {
  await addKept(db, 'add drafts', rows, part =>
    db
      .insertInto('drafts')
      .values(part)
      .onConflict(conflict => conflict.column('token_hash').doNothing()),
  );
}

/** The draft, held until the transaction ends. */
export function lockDraft(tx: Db, tokenHash: string): Promise<Draft | undefined> {
  return forUpdate(tx, tx.selectFrom('drafts').selectAll().where('token_hash', '=', tokenHash)).executeTakeFirst();
}

export async function lockDraftsOf(tx: Db, tokenHashes: readonly string[]): Promise<Draft[]> {
  if (tokenHashes.length === 0) return [];
  const keys = evenKeys(tokenHashes);
  const query = () => forUpdate(tx, tx.selectFrom('drafts').selectAll().where('token_hash', 'in', keys));
  return runKept(tx, `lock ${keys.length} drafts by token`, keys, query);
}

export async function lockDrafts(tx: Db, ids: readonly string[]): Promise<Draft[]> {
  if (ids.length === 0) return [];
  const keys = evenKeys(ids);
  const query = () => forUpdate(tx, tx.selectFrom('drafts').selectAll().where('id', 'in', keys));
  return runKept(tx, `lock ${keys.length} drafts`, keys, query);
}

/** The response, held until the transaction ends. */
export function lockResponse(tx: Db, tokenHash: string): Promise<Response | undefined> {
  return forUpdate(tx, tx.selectFrom('responses').selectAll().where('token_hash', '=', tokenHash)).executeTakeFirst();
}

export async function lockResponses(tx: Db, tokenHashes: readonly string[]): Promise<Response[]> {
  if (tokenHashes.length === 0) return [];
  const keys = evenKeys(tokenHashes);
  const query = () => forUpdate(tx, tx.selectFrom('responses').selectAll().where('token_hash', 'in', keys));
  return runKept(tx, `lock ${keys.length} responses`, keys, query);
}

export async function saveDraft(tx: Db, id: string, answers: string, savedAt: string): Promise<void> {
  const query = () => tx.updateTable('drafts').set({ answers, saved_at: savedAt }).where('id', '=', id);
  await runKept(tx, 'save draft', [answers, savedAt, id], query);
}

/** A draft of a shared device may be deleted from this ISO instant on. */
export async function forgetDraftAt(tx: Db, id: string, at: string): Promise<void> {
  await tx.updateTable('drafts').set({ forget_at: at }).where('id', '=', id).execute();
}

/** Deletes drafts of shared devices that were to be forgotten by now, an ISO instant. */
export async function deleteDraftsToForget(db: Db, now: string): Promise<void> {
  await db.deleteFrom('drafts').where('forget_at', '<=', now).execute();
}

/** From now on every question is asked, not the most important ones alone. */
export async function askAll(db: Db, id: string): Promise<void> {
  await db.updateTable('drafts').set({ shortened_at: null }).where('id', '=', id).execute();
}

/** A draft with nothing but its first answer, begun after this instant. */
export function findBegun(db: Db, id: string, consultationId: string, after: string): Promise<Draft | undefined> {
  const of = db.selectFrom('drafts').selectAll().where('id', '=', id).where('consultation_id', '=', consultationId);
  const first = of.whereRef('saved_at', '=', 'begun_at').where('response_id', 'is', null);
  return first.where('begun_at', '>', after).executeTakeFirst();
}

export async function deleteDrafts(tx: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const keys = evenKeys(ids);
  await runKept(tx, `delete ${keys.length} drafts`, keys, () => tx.deleteFrom('drafts').where('id', 'in', keys));
}

export async function deleteDraftOf(tx: Db, tokenHash: string): Promise<void> {
  await tx.deleteFrom('drafts').where('token_hash', '=', tokenHash).execute();
}

/** Deletes drafts of consultations that closed before this ISO day. Gives how many. */
export async function deleteDraftsClosedBefore(db: Db, day: string): Promise<number> {
  const result = await db
    .deleteFrom('drafts')
    .where('consultation_id', 'in', eb => eb.selectFrom('consultations').select('id').where('closes_on', '<', day))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function addResponses(tx: Db, rows: readonly Response[]): Promise<void> {
  await addKept(tx, 'add responses', rows, part => tx.insertInto('responses').values(part));
}

export async function updateResponse(tx: Db, { id, ...row }: Response): Promise<void> {
  await tx.updateTable('responses').set(row).where('id', '=', id).execute();
}

/** Responses of a consultation by pages of at most `most`, after the one with that id; '' starts. */
export function listResponses(db: Db, consultationId: string, after = '', most = 1000): Promise<Response[]> {
  return db
    .selectFrom('responses')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Takes away what was marked and quoted of a response's words; of one question, when one is named. */
export async function deleteMarks(tx: Db, responseId: string, question?: Mark['question']): Promise<void> {
  let marks = tx.deleteFrom('marks').where('response_id', '=', responseId);
  let quotes = tx.deleteFrom('quotes').where('response_id', '=', responseId);
  if (question !== undefined) {
    marks = marks.where('question', '=', question);
    quotes = quotes.where('question', '=', question);
  }
  await marks.execute();
  const gone = await quotes.executeTakeFirst();
  // A quote stands on a public page: what is kept of it goes at once.
  if (gone.numDeletedRows > 0n) await growStamp(tx);
}
