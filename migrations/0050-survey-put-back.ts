import type { Kysely } from 'kysely';

// What a survey's questions were before somebody wrote them anew as one definition, so that they can be put back.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('survey_versions').addColumn('previous_definition', 'text').execute();
}
