import type { Kysely } from 'kysely';

// The day on which two people agreed to leave an answer out of the counts.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('responses').addColumn('set_aside_on', 'text').execute();
}
