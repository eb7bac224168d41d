import type { Kysely } from 'kysely';

// Who saw a worry: an administrator's name, or 'the safeguarding lead', who has no account.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('concerns').addColumn('seen_by', 'text').execute();
}
