import type { Kysely } from 'kysely';

/** What was counted at an event. Kept apart from the tallies: a dot on a board is not a person's answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event_counts')
    .ifNotExists()
    .addColumn('event_id', 'text', column => column.notNull().references('events.id').onDelete('cascade'))
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('option', 'text', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    .addPrimaryKeyConstraint('event_counts_key', ['event_id', 'question', 'option'])
    .execute();
}
