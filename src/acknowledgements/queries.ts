import type { Db } from '../db/dialect.ts';
import type { Acknowledgement, LateReason } from '../db/schema.ts';

export function findAcknowledgement(db: Db, consultationId: string): Promise<Acknowledgement | undefined> {
  return db.selectFrom('acknowledgements').selectAll().where('consultation_id', '=', consultationId).executeTakeFirst();
}

/** Whether this row is the one that stands: false when somebody has acknowledged this consultation before. */
export async function addAcknowledgement(db: Db, row: Acknowledgement): Promise<boolean> {
  const added = await db
    .insertInto('acknowledgements')
    .values(row)
    .onConflict(conflict => conflict.column('consultation_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** Puts a completed reason in the place of the one that was given before. The caller keeps the old one in the audit. */
export async function replaceLateReason(db: Db, row: LateReason): Promise<void> {
  const { reason, given_at, given_by } = row;
  await db
    .insertInto('late_reasons')
    .values(row)
    .onConflict(conflict =>
      conflict.columns(['consultation_id', 'promise']).doUpdateSet({ reason, given_at, given_by }),
    )
    .execute();
}
