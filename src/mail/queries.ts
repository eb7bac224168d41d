import type { ExpressionBuilder } from 'kysely';
import { countAll, dialectOf, type Db } from '../db/dialect.ts';
import type { OutboxMail, Schema } from '../db/schema.ts';

const ROWS_A_STATEMENT = 500;

export async function addMails(db: Db, rows: readonly OutboxMail[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await db
      .insertInto('outbox')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
}

type Due = { now: string; abandonedBefore: string };

/** Whether anything waits to be sent: a look without a lock. Instants are ISO. */
export async function hasDueMail(db: Db, due: Due): Promise<boolean> {
  return (await dueMail(db, due).select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Takes up to `most` due mails for this process alone and counts the try. Call it in a transaction of its own. */
export async function claimDueMail(tx: Db, due: Due & { most: number }): Promise<OutboxMail[]> {
  const query = dueMail(tx, due).selectAll().orderBy('due_at').limit(due.most);
  const rows = await (dialectOf(tx) === 'postgres' ? query.forUpdate().skipLocked() : query).execute();
  const ids = rows.map(row => row.id);
  if (ids.length === 0) return [];
  await tx
    .updateTable('outbox')
    .set(eb => ({ claimed_at: due.now, tries: eb('tries', '+', 1) }))
    .where('id', 'in', ids)
    .execute();
  return rows.map(row => ({ ...row, claimed_at: due.now, tries: row.tries + 1 }));
}

function dueMail(db: Db, due: Due) {
  return db
    .selectFrom('outbox')
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<=', due.now)
    .where(eb => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', due.abandonedBefore)]))
    .where(eb => eb.or([eb('forget_at', 'is', null), eb('forget_at', '>', due.now)]));
}

/** Gives back what a process that died was sending. Only where one process alone uses the database. */
export async function releaseClaims(db: Db): Promise<void> {
  await db.updateTable('outbox').set({ claimed_at: null }).where('claimed_at', 'is not', null).execute();
}

/** Delivered: who got what and when stays, its words go. */
export async function markSent(db: Db, id: string, now: string): Promise<void> {
  const sent = { sent_at: now, claimed_at: null, text: '', html: '', last_error: '' };
  await db.updateTable('outbox').set(sent).where('id', '=', id).execute();
}

export async function removeMail(db: Db, id: string): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', id).execute();
}

export async function markFailed(db: Db, id: string, error: string, dueAt: string): Promise<void> {
  const failed = { claimed_at: null, last_error: error, due_at: dueAt };
  await db.updateTable('outbox').set(failed).where('id', '=', id).execute();
}

export async function markGivenUp(db: Db, id: string, error: string, now: string): Promise<void> {
  const over = { claimed_at: null, last_error: error, given_up_at: now };
  await db.updateTable('outbox').set(over).where('id', '=', id).execute();
}

/** Forgets an address in the mail about one subject: what waits goes, and of what was sent the address goes. */
export async function forgetRecipient(tx: Db, recipient: string, subjectId: string): Promise<void> {
  const toThem = (eb: ExpressionBuilder<Schema, 'outbox'>) =>
    eb(eb.fn<string>('lower', ['recipient']), '=', recipient.toLowerCase()).and('subject_id', '=', subjectId);
  await tx.deleteFrom('outbox').where('sent_at', 'is', null).where(toThem).execute();
  await tx.updateTable('outbox').set({ recipient: '' }).where(toThem).execute();
}

/** Deletes what was to be forgotten by now. Tells how many of them had not been delivered. */
export async function forgetMail(db: Db, now: string): Promise<number> {
  const gone = await db.deleteFrom('outbox').where('forget_at', '<=', now).returning('sent_at').execute();
  return gone.filter(row => row.sent_at === null).length;
}

/** How many mails were given up. */
export async function countUndelivered(db: Db): Promise<number> {
  const given = db.selectFrom('outbox').select(countAll().as('n')).where('given_up_at', 'is not', null);
  return (await given.executeTakeFirstOrThrow()).n;
}

/** Gives every mail that was given up eight more tries. */
export async function tryUndeliveredAgain(db: Db, now: string): Promise<void> {
  const again = { given_up_at: null, tries: 0, due_at: now };
  await db.updateTable('outbox').set(again).where('given_up_at', 'is not', null).execute();
}
