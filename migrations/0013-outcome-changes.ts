import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outcome_changes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('outcome_id', 'text', column => column.notNull().references('outcomes.id'))
    .addColumn('was_decision', 'text', column => column.notNull())
    .addColumn('now_decision', 'text', column => column.notNull())
    .addColumn('was_due_on', 'text')
    .addColumn('now_due_on', 'text')
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('changed_at', 'text', column => column.notNull())
    .addColumn('changed_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('outcome_changes_by_outcome_id')
    .ifNotExists()
    .on('outcome_changes')
    .columns(['outcome_id'])
    .execute();
}
