import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('consultations')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('slug', 'text', column => column.notNull().unique())
    .addColumn('organisation_id', 'text', column => column.notNull().references('organisations.id'))
    .addColumn('title', 'text', column => column.notNull())
    .addColumn('purpose', 'text', column => column.notNull())
    .addColumn('background', 'text', column => column.notNull())
    .addColumn('can_change', 'text', column => column.notNull())
    .addColumn('cannot_change', 'text', column => column.notNull())
    .addColumn('level', 'text', column => column.notNull())
    .addColumn('level_reason', 'text', column => column.notNull())
    .addColumn('scope', 'text', column => column.notNull())
    .addColumn('who_decides', 'text', column => column.notNull())
    .addColumn('confidentiality', 'text', column => column.notNull())
    .addColumn('confidentiality_words', 'text', column => column.notNull())
    .addColumn('audience', 'text', column => column.notNull())
    .addColumn('minutes', 'integer')
    .addColumn('key_contact_name', 'text', column => column.notNull())
    .addColumn('key_contact_email', 'text', column => column.notNull())
    .addColumn('key_contact_phone', 'text', column => column.notNull())
    .addColumn('opens_on', 'text')
    .addColumn('closes_on', 'text')
    .addColumn('outcome_on', 'text')
    .addColumn('retention_months', 'integer')
    .addColumn('safeguarding_name', 'text', column => column.notNull())
    .addColumn('safeguarding_email', 'text', column => column.notNull())
    .addColumn('created_at', 'text', column => column.notNull())
    .addColumn('created_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('consultations_by_organisation_id')
    .ifNotExists()
    .on('consultations')
    .columns(['organisation_id'])
    .execute();
  await db.schema
    .createTable('consultation_people')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('position', 'integer', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('role', 'text', column => column.notNull())
    .addColumn('why', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('consultation_people_by_consultation_id')
    .ifNotExists()
    .on('consultation_people')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createTable('team_members')
    .ifNotExists()
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('person_id', 'text', column => column.notNull().references('people.id'))
    .addColumn('added_by', 'text', column => column.notNull())
    .addColumn('added_at', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('team_members_key', ['consultation_id', 'person_id'])
    .execute();
  await db.schema
    .createIndex('team_members_by_person_id')
    .ifNotExists()
    .on('team_members')
    .columns(['person_id'])
    .execute();
  await db.schema
    .createTable('date_changes')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('which', 'text', column => column.notNull())
    .addColumn('was', 'text', column => column.notNull())
    .addColumn('now', 'text', column => column.notNull())
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('changed_at', 'text', column => column.notNull())
    .addColumn('changed_by', 'text', column => column.notNull().references('people.id'))
    .execute();
  await db.schema
    .createIndex('date_changes_by_consultation_id')
    .ifNotExists()
    .on('date_changes')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createTable('late_reasons')
    .ifNotExists()
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('promise', 'text', column => column.notNull())
    .addColumn('reason', 'text', column => column.notNull())
    .addColumn('given_at', 'text', column => column.notNull())
    .addColumn('given_by', 'text', column => column.notNull().references('people.id'))
    .addPrimaryKeyConstraint('late_reasons_key', ['consultation_id', 'promise'])
    .execute();
}
