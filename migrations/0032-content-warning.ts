import type { Kysely } from 'kysely';

// What families may find hard to read about in the survey; '' when there is nothing.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultations')
    .addColumn('content_warning', 'text', column => column.notNull().defaultTo(''))
    .execute();
}
