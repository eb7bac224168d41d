import { sql } from 'kysely';
import { dialectOf, type Db } from '../../db/dialect.ts';
import type { Contact } from '../../db/schema.ts';

/** Everybody who asked for news of a consultation, in the order of their random keys. */
export function listContacts(db: Db, consultationId: string): Promise<Contact[]> {
  return db.selectFrom('contacts').selectAll().where('consultation_id', '=', consultationId).orderBy('id').execute();
}

export function findContact(db: Db, id: string): Promise<Contact | undefined> {
  return db.selectFrom('contacts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether somebody still wants news of this consultation at this email address. */
export async function isWanted(db: Db, consultationId: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('contacts')
    .select('id')
    .where('consultation_id', '=', consultationId)
    .where('way', '=', 'email')
    .where(eb => eb(eb.fn<string>('lower', ['address']), '=', email.toLowerCase()))
    .executeTakeFirst();
  return row !== undefined;
}

/** Deletes a contact, and the same address where it was left again for the same consultation under another name. */
export async function deleteContact(db: Db, contact: Contact): Promise<void> {
  await db
    .deleteFrom('contacts')
    .where('consultation_id', '=', contact.consultation_id)
    .where('way', '=', contact.way)
    .where(eb => eb(eb.fn<string>('lower', ['address']), '=', contact.address.toLowerCase()))
    .execute();
}

/**
 * Adds a contact in a transaction of its own. The same address twice for one consultation is kept once. Nothing may
 * tell when a contact came: on SQLite the rows lie in the order of their random keys, on PostgreSQL see `addAmong`.
 */
export async function addContact(tx: Db, row: Contact): Promise<void> {
  const postgres = dialectOf(tx) === 'postgres';
  if (postgres) await takeTurns(tx, row.consultation_id);
  if (await isThere(tx, row)) return;
  if (postgres) await addAmong(tx, row);
  else await tx.insertInto('contacts').values(row).execute();
}

// Two people at once would each re-write the other's row. Not `for update`: answers that are being sent would wait.
async function takeTurns(tx: Db, consultationId: string): Promise<void> {
  await tx.selectFrom('consultations').select('id').where('id', '=', consultationId).forNoKeyUpdate().execute();
}

async function isThere(tx: Db, { consultation_id, way, name, address }: Contact): Promise<boolean> {
  const row = await tx
    .selectFrom('contacts')
    .select('id')
    .where('consultation_id', '=', consultation_id)
    .where('way', '=', way)
    .where('name', '=', name)
    .where('address', '=', address)
    .executeTakeFirst();
  return row !== undefined;
}

const MOST_OTHERS = 31;

/**
 * PostgreSQL lays rows down in the order of arrival (`ctid`, and so every dump) and numbers their transactions (`xmin`),
 * as it does with answers: the newest contact would stand beside the newest answer. So up to 31 others of the same
 * consultation, chosen at random, are written anew with it, all in the order of their keys and in one transaction.
 */
async function addAmong(tx: Db, row: Contact): Promise<void> {
  const others = await tx
    .selectFrom('contacts')
    .selectAll()
    .where('consultation_id', '=', row.consultation_id)
    .orderBy(sql`random()`)
    .limit(MOST_OTHERS)
    .execute();
  const ids = others.map(other => other.id);
  if (ids.length > 0) await tx.deleteFrom('contacts').where('id', 'in', ids).execute();
  const rows = [...others, row].sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.insertInto('contacts').values(rows).execute();
}
