import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('media_by_consultation_id')
    .ifNotExists()
    .on('media')
    .columns(['consultation_id'])
    .execute();
}
