import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('organisations')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('people')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('organisation_id', 'text', column => column.notNull().references('organisations.id'))
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('email', 'text', column => column.notNull().unique())
    .addColumn('post', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema
    .createIndex('people_by_organisation_id')
    .ifNotExists()
    .on('people')
    .columns(['organisation_id'])
    .execute();
  await db.schema
    .createTable('grants')
    .ifNotExists()
    .addColumn('person_id', 'text', column => column.notNull().references('people.id'))
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('granted_by', 'text')
    .addColumn('granted_at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('grants_key', ['person_id', 'role'])
    .execute();
  await db.schema
    .createTable('sign_in_links')
    .ifNotExists()
    .addColumn('token_hash', 'text', column => column.notNull().primaryKey())
    .addColumn('person_id', 'text', column => column.notNull().references('people.id'))
    .addColumn('expires_at', 'text', column => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema
    .createIndex('sign_in_links_by_person_id')
    .ifNotExists()
    .on('sign_in_links')
    .columns(['person_id'])
    .execute();
  await db.schema
    .createTable('setup_links')
    .ifNotExists()
    .addColumn('token_hash', 'text', column => column.notNull().primaryKey())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('used_at', 'text')
    .execute();
  await db.schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('token_hash', 'text', column => column.notNull().primaryKey())
    .addColumn('person_id', 'text', column => column.notNull().references('people.id'))
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull())
    .execute();
  await db.schema.createIndex('sessions_by_person_id').ifNotExists().on('sessions').columns(['person_id']).execute();
}
