import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('at', 'text', column => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('act', 'text', column => column.notNull())
    .addColumn('subject_kind', 'text', column => column.notNull())
    .addColumn('subject_id', 'text', column => column.notNull())
    .addColumn('detail', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('audit_by_subject_kind_subject_id')
    .ifNotExists()
    .on('audit')
    .columns(['subject_kind', 'subject_id'])
    .execute();
}
