import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('responses')
    .addColumn('edition', 'text', column => column.notNull().defaultTo('plain'))
    .execute();
}
