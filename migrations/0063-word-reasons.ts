import type { Kysely } from 'kysely';

// Why words that stop publishing stay as they are. `mark` stands for just these words: others need a reason of their own.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('word_reasons')
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('mark', 'text', column => column.notNull())
    .addColumn('what', 'text', column => column.notNull())
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('given_at', 'text', column => column.notNull())
    .addColumn('given_by', 'text', column => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('word_reasons_pk', ['consultation_id', 'mark'])
    .execute();
}
