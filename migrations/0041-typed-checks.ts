import type { Kysely } from 'kysely';

/** A paper that was typed a second time by somebody else. Its answers go once the differences are settled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('typed_checks')
    .ifNotExists()
    .addColumn('response_id', 'text', column =>
      column.notNull().primaryKey().references('typed_responses.response_id').onDelete('cascade'),
    )
    .addColumn('typed_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('answers', 'text', column => column.notNull())
    .addColumn('unreadable', 'text', column => column.notNull())
    .addColumn('compared', 'integer', column => column.notNull())
    .addColumn('differed', 'integer', column => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('settled_by', 'text', column => column.references('people.id'))
    .execute();
}
