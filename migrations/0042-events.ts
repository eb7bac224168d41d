import type { Kysely } from 'kysely';

/** Something where people put dots on a board, or hands were counted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('events')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('place', 'text', column => column.notNull())
    .addColumn('held_on', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('events_by_consultation_id')
    .ifNotExists()
    .on('events')
    .columns(['consultation_id'])
    .execute();
}
