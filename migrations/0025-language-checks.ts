import type { Kysely } from 'kysely';

// Who has checked the words of a language, as a native speaker. Pages say so until there is a row.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('language_checks')
    .ifNotExists()
    .addColumn('language', 'text', column => column.notNull().primaryKey())
    .addColumn('checked_by', 'text', column => column.notNull())
    .addColumn('recorded_at', 'text', column => column.notNull())
    .addColumn('recorded_by', 'text', column => column.notNull().references('people.id'))
    .execute();
}
