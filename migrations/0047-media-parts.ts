import type { Kysely } from 'kysely';
import { bytesType } from '../src/db/dialect.ts';

// The file itself, in parts: every instance can serve it, and none ever holds all of it.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('media_parts')
    .ifNotExists()
    .addColumn('media_id', 'text', column => column.notNull().references('media.id'))
    .addColumn('n', 'integer', column => column.notNull())
    .addColumn('bytes', bytesType(db), column => column.notNull())
    .addPrimaryKeyConstraint('media_parts_key', ['media_id', 'n'])
    .execute();
}
