import type { Kysely } from 'kysely';

/** Counts lie side by side, a row for each value of each dimension: an answer changes five of them, not two hundred. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tally_sheets')
    .ifNotExists()
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('dimension', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    // JSON: how many, by question and option.
    .addColumn('counts', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('tally_sheets_key', ['consultation_id', 'dimension', 'value'])
    .execute();
}
