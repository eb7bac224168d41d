import type { Kysely } from 'kysely';
import type { Contact, Schema } from '../../db/schema.ts';
import { forgetRecipient } from '../../mail/queries.ts';
import { deleteContact } from './queries.ts';

/** Ends news of one consultation for one contact: the address goes from everywhere, mail that waits for it included. */
export function stopNews(db: Kysely<Schema>, contact: Contact): Promise<void> {
  return db.transaction().execute(async tx => {
    await deleteContact(tx, contact);
    await forgetRecipient(tx, contact.address, contact.consultation_id);
  });
}
