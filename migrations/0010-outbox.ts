import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('recipient', 'text', column => column.notNull())
    .addColumn('subject', 'text', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addColumn('html', 'text', column => column.notNull())
    .addColumn('cause', 'text', column => column.notNull())
    .addColumn('subject_id', 'text')
    .addColumn('forget_at', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('due_at', 'text', column => column.notNull())
    .addColumn('tries', 'integer', column => column.notNull())
    .addColumn('sent_at', 'text')
    .addColumn('given_up_at', 'text')
    .addColumn('last_error', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('outbox_by_sent_at_due_at')
    .ifNotExists()
    .on('outbox')
    .columns(['sent_at', 'due_at'])
    .execute();
}
