import type { Kysely } from 'kysely';

// From when a draft may be deleted before the close: it was begun on a device that many people share.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('drafts').addColumn('forget_at', 'text').execute();
}
