import type { Kysely } from 'kysely';

// Where 'Exit this page' leads; '' for no such button.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('consultations')
    .addColumn('exit_address', 'text', column => column.notNull().defaultTo(''))
    .execute();
}
