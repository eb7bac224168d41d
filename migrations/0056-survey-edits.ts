import type { Kysely } from 'kysely';

// What a survey that is not published yet was before each change, so that changes can be undone and done again.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_edits')
    .addColumn('version_id', 'text', column => column.notNull().references('survey_versions.id').onDelete('cascade'))
    .addColumn('n', 'integer', column => column.notNull())
    .addColumn('definition', 'text', column => column.notNull())
    .addColumn('at', 'text', column => column.notNull())
    .addColumn('person_id', 'text', column => column.notNull().references('people.id'))
    .addColumn('undone_at', 'text')
    .addPrimaryKeyConstraint('survey_edits_key', ['version_id', 'n'])
    .execute();
}
