import type { Kysely } from 'kysely';

// Nobody looks for the drafts of a version, and every draft that is begun or sent had to keep its place there.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('drafts_by_version_id').ifExists().execute();
}
