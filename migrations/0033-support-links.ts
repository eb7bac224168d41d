import type { Kysely } from 'kysely';

// Where to find support, one place a line.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultations')
    .addColumn('support_links', 'text', column => column.notNull().defaultTo(''))
    .execute();
}
