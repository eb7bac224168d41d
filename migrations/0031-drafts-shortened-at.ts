import type { Kysely } from 'kysely';

// When somebody chose to answer the most important questions alone; null once they go on to the rest.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('drafts').addColumn('shortened_at', 'text').execute();
}
