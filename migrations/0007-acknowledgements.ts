import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('acknowledgements')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().unique().references('consultations.id'))
    .addColumn('acknowledged_at', 'text', column => column.notNull())
    .addColumn('acknowledged_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('words', 'text', column => column.notNull())
    .addColumn('mailed', 'integer', column => column.notNull())
    .addColumn('listed', 'integer', column => column.notNull())
    .execute();
}
