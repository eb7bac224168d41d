import type { Kysely } from 'kysely';

/** Who typed a response in that came on paper or was said, and which of its answers could not be read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('typed_responses')
    .ifNotExists()
    .addColumn('response_id', 'text', column =>
      column.notNull().primaryKey().references('responses.id').onDelete('cascade'),
    )
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('typed_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('unreadable', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('typed_responses_by_consultation_id')
    .ifNotExists()
    .on('typed_responses')
    .columns(['consultation_id'])
    .execute();
}
