import type { Kysely } from 'kysely';

// Every count stands on its sheet now.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('tallies').ifExists().execute();
}
