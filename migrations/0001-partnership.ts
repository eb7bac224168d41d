import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('partnership')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('strapline', 'text', column => column.notNull())
    .addColumn('help_phone', 'text', column => column.notNull())
    .addColumn('help_email', 'text', column => column.notNull())
    .addColumn('post_address', 'text', column => column.notNull())
    .addColumn('urgent_words', 'text', column => column.notNull())
    .addColumn('privacy_words', 'text', column => column.notNull())
    .addColumn('strong_colour', 'text', column => column.notNull())
    .addColumn('charter', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('closing_days')
    .ifNotExists()
    .addColumn('day', 'text', column => column.notNull().primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('stamps')
    .ifNotExists()
    .addColumn('name', 'text', column => column.notNull().primaryKey())
    .addColumn('count', 'integer', column => column.notNull())
    .execute();
}
