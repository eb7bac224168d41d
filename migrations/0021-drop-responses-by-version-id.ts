import type { Kysely } from 'kysely';

// As with drafts: nobody looks for the responses of a version.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('responses_by_version_id').ifExists().execute();
}
