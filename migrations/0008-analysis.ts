import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .ifNotExists()
    .addColumn('consultation_id', 'text', column => column.notNull().primaryKey().references('consultations.id'))
    .addColumn('taken_at', 'text', column => column.notNull())
    .addColumn('after_close_at', 'text')
    .addColumn('responses', 'integer', column => column.notNull())
    .addColumn('figures', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('themes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('summary', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('themes_by_consultation_id')
    .ifNotExists()
    .on('themes')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createTable('marks')
    .ifNotExists()
    .addColumn('theme_id', 'text', column => column.notNull().references('themes.id'))
    .addColumn('response_id', 'text', column => column.notNull().references('responses.id'))
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('marked_at', 'text', column => column.notNull())
    .addColumn('marked_by', 'text', column => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('marks_key', ['theme_id', 'response_id', 'question'])
    .execute();
  await db.schema.createIndex('marks_by_response_id').ifNotExists().on('marks').columns(['response_id']).execute();
  await db.schema
    .createTable('concerns')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('response_id', 'text', column => column.notNull().references('responses.id'))
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('note', 'text', column => column.notNull())
    .addColumn('raised_at', 'text', column => column.notNull())
    .addColumn('raised_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('seen_at', 'text')
    .execute();
  await db.schema
    .createIndex('concerns_by_consultation_id')
    .ifNotExists()
    .on('concerns')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createIndex('concerns_by_response_id')
    .ifNotExists()
    .on('concerns')
    .columns(['response_id'])
    .execute();
}
