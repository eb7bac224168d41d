import type { Kysely } from 'kysely';

// The number to call about a child: pages in other languages say what to do in their own words, and fill it in.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('partnership')
    .addColumn('child_phone', 'text', column => column.notNull().defaultTo(''))
    .execute();
}
