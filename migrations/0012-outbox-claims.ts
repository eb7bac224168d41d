import type { Kysely } from 'kysely';

// Since when somebody has been sending this mail; a process that dies while it sends leaves its claim to run out.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('outbox').addColumn('claimed_at', 'text').execute();
}
