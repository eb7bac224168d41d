import type { Kysely } from 'kysely';
import { withoutRowid } from '../src/db/dialect.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contacts')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('way', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('address', 'text', column => column.notNull())
    .$call(withoutRowid(db))
    .execute();
  await db.schema
    .createIndex('contacts_by_consultation_id')
    .ifNotExists()
    .on('contacts')
    .columns(['consultation_id'])
    .execute();
}
