import type { Db } from '../../db/dialect.ts';
import type { Response, TypedCheck, TypedResponse } from '../../db/schema.ts';

export type TypedRow = Response & Pick<TypedResponse, 'typed_by' | 'unreadable'>;

export async function addTyped(tx: Db, row: TypedResponse): Promise<void> {
  await tx.insertInto('typed_responses').values(row).execute();
}

/** A response that somebody typed in; undefined for one that a family sent, or that was withdrawn or erased since. */
export const findTyped = (db: Db, consultationId: string, responseId: string): Promise<TypedRow | undefined> =>
  typedIn(db, consultationId).where('responses.id', '=', responseId).executeTakeFirst();

/** The same by the reference that stands on the paper. */
export const findByReference = (db: Db, consultationId: string, reference: string): Promise<TypedRow | undefined> =>
  typedIn(db, consultationId).where('responses.reference', '=', reference).executeTakeFirst();

/** The same by the form on which it was typed. */
export const findByToken = (db: Db, consultationId: string, tokenHash: string): Promise<TypedRow | undefined> =>
  typedIn(db, consultationId).where('responses.token_hash', '=', tokenHash).executeTakeFirst();

function typedIn(db: Db, consultationId: string) {
  return db
    .selectFrom('responses')
    .innerJoin('typed_responses', 'typed_responses.response_id', 'responses.id')
    .selectAll('responses')
    .select(['typed_responses.typed_by', 'typed_responses.unreadable'])
    .where('responses.consultation_id', '=', consultationId)
    .where('responses.withdrawn_on', 'is', null)
    .where('responses.words_erased_on', 'is', null);
}

export type TypedPaper = { id: string; reference: string; typed_by: string };

/** Every paper that was typed in and still stands. */
export function listTypedPapers(db: Db, consultationId: string): Promise<TypedPaper[]> {
  return db
    .selectFrom('typed_responses')
    .innerJoin('responses', 'responses.id', 'typed_responses.response_id')
    .select(['responses.id', 'responses.reference', 'typed_responses.typed_by'])
    .where('typed_responses.consultation_id', '=', consultationId)
    .where('responses.channel', '=', 'paper')
    .where('responses.withdrawn_on', 'is', null)
    .where('responses.words_erased_on', 'is', null)
    .execute();
}

export async function setUnreadable(tx: Db, responseId: string, unreadable: string): Promise<void> {
  await tx.updateTable('typed_responses').set({ unreadable }).where('response_id', '=', responseId).execute();
}

/** False when somebody was quicker: a paper is typed twice, not three times. */
export async function addCheck(tx: Db, row: TypedCheck): Promise<boolean> {
  const added = await tx
    .insertInto('typed_checks')
    .values(row)
    .onConflict(conflict => conflict.column('response_id').doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export function findCheck(db: Db, responseId: string): Promise<TypedCheck | undefined> {
  return db.selectFrom('typed_checks').selectAll().where('response_id', '=', responseId).executeTakeFirst();
}

/** The differences are settled: what was typed the second time goes. */
export async function settleCheck(
  tx: Db,
  responseId: string,
  { settledAt, settledBy }: { settledAt: string; settledBy: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable('typed_checks')
    .set({ answers: '{}', unreadable: '[]', settled_at: settledAt, settled_by: settledBy })
    .where('response_id', '=', responseId)
    .where('settled_at', 'is', null)
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

export function listChecks(db: Db, consultationId: string): Promise<TypedCheck[]> {
  return db
    .selectFrom('typed_checks')
    .innerJoin('typed_responses', 'typed_responses.response_id', 'typed_checks.response_id')
    .selectAll('typed_checks')
    .where('typed_responses.consultation_id', '=', consultationId)
    .execute();
}
