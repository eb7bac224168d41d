import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('survey_versions')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('number', 'integer', column => column.notNull())
    .addColumn('definition', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('published_at', 'text')
    .addUniqueConstraint('survey_versions_consultation_id_number', ['consultation_id', 'number'])
    .execute();
}
