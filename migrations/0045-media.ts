import type { Kysely } from 'kysely';

// Pictures, videos and recordings that a survey shows, with what stands for them in words.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('media')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('mime', 'text', column => column.notNull())
    .addColumn('bytes', 'integer', column => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('alt', 'text', column => column.notNull())
    .addColumn('language', 'text', column => column.notNull())
    .addColumn('transcript', 'text', column => column.notNull())
    .addColumn('captions', 'text')
    .addColumn('made_at', 'text', column => column.notNull())
    .addColumn('made_by', 'text', column => column.notNull().references('people.id'))
    .execute();
}
