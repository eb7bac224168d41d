import type { Kysely } from 'kysely';

// Questions that officers have kept for other surveys.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_questions')
    .addColumn('id', 'text', column => column.primaryKey().notNull())
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('saved_at', 'text', column => column.notNull())
    .addColumn('saved_by', 'text', column => column.notNull().references('people.id'))
    .execute();
}
