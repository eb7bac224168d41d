import type { Kysely } from 'kysely';

// Why an answer looks unusual, in short names: 'address fast'. It is kept and counted like any other.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('responses').addColumn('unusual', 'text').execute();
}
