import type { Kysely } from 'kysely';

// Short forms and words, with what they mean: in plain English, and in the other languages where somebody wrote it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('glossary')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('term', 'text', column => column.notNull())
    .addColumn('meaning', 'text', column => column.notNull())
    .addColumn('cy', 'text', column => column.notNull())
    .addColumn('pl', 'text', column => column.notNull())
    .addColumn('ur', 'text', column => column.notNull())
    .addColumn('added_at', 'text', column => column.notNull())
    .addColumn('added_by', 'text', column => column.notNull().references('people.id'))
    .execute();
}
