import type { Kysely } from 'kysely';

// When somebody answers the number that families call.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('partnership')
    .addColumn('help_hours', 'text', column => column.notNull().defaultTo(''))
    .execute();
}
