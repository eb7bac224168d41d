import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outcomes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('heading', 'text', column => column.notNull())
    .addColumn('you_said', 'text', column => column.notNull())
    .addColumn('decision', 'text', column => column.notNull())
    .addColumn('words', 'text', column => column.notNull())
    .addColumn('why', 'text', column => column.notNull())
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('due_on', 'text')
    .addColumn('done_on', 'text')
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('outcomes_by_consultation_id')
    .ifNotExists()
    .on('outcomes')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createTable('service_changes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('slug', 'text', column => column.notNull().unique())
    .addColumn('organisation_id', 'text', column => column.notNull().references('organisations.id'))
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('summary', 'text', column => column.notNull())
    .addColumn('service', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('service_changes_by_organisation_id')
    .ifNotExists()
    .on('service_changes')
    .columns(['organisation_id'])
    .execute();
  await db.schema
    .createTable('service_change_steps')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('service_change_id', 'text', column => column.notNull().references('service_changes.id'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('words', 'text', column => column.notNull())
    .addColumn('due_on', 'text', column => column.notNull())
    .addColumn('done_on', 'text')
    .addColumn('late_reason', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('service_change_steps_by_service_change_id')
    .ifNotExists()
    .on('service_change_steps')
    .columns(['service_change_id'])
    .execute();
  await db.schema
    .createTable('outcome_themes')
    .ifNotExists()
    .addColumn('outcome_id', 'text', column => column.notNull().references('outcomes.id'))
    .addColumn('theme_id', 'text', column => column.notNull().references('themes.id'))
    .addPrimaryKeyConstraint('outcome_themes_key', ['outcome_id', 'theme_id'])
    .execute();
  await db.schema
    .createIndex('outcome_themes_by_theme_id')
    .ifNotExists()
    .on('outcome_themes')
    .columns(['theme_id'])
    .execute();
  await db.schema
    .createTable('outcome_service_changes')
    .ifNotExists()
    .addColumn('outcome_id', 'text', column => column.notNull().references('outcomes.id'))
    .addColumn('service_change_id', 'text', column => column.notNull().references('service_changes.id'))
    .addPrimaryKeyConstraint('outcome_service_changes_key', ['outcome_id', 'service_change_id'])
    .execute();
  await db.schema
    .createIndex('outcome_service_changes_by_service_change_id')
    .ifNotExists()
    .on('outcome_service_changes')
    .columns(['service_change_id'])
    .execute();
  await db.schema
    .createTable('quotes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('outcome_id', 'text', column => column.notNull().references('outcomes.id'))
    .addColumn('response_id', 'text', column => column.notNull().references('responses.id'))
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('words', 'text', column => column.notNull())
    .execute();
  await db.schema.createIndex('quotes_by_outcome_id').ifNotExists().on('quotes').columns(['outcome_id']).execute();
  await db.schema.createIndex('quotes_by_response_id').ifNotExists().on('quotes').columns(['response_id']).execute();
  await db.schema
    .createTable('publications')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('subject_id', 'text', column => column.notNull())
    .addColumn('version', 'integer', column => column.notNull())
    .addColumn('content', 'text', column => column.notNull())
    .addColumn('published_at', 'text', column => column.notNull())
    .addColumn('published_by', 'text', column => column.notNull().references('people.id'))
    .addUniqueConstraint('publications_kind_subject_id_version', ['kind', 'subject_id', 'version'])
    .execute();
}
