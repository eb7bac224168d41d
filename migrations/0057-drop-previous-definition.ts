import type { Kysely } from 'kysely';

// Every change can be undone since the last migration, so the one definition before is kept no more.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('survey_versions').dropColumn('previous_definition').execute();
}
