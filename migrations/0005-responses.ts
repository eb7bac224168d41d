import type { Kysely } from 'kysely';
import { withoutRowid } from '../src/db/dialect.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drafts')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('version_id', 'text', column => column.notNull().references('survey_versions.id'))
    .addColumn('response_id', 'text')
    .addColumn('answers', 'text', column => column.notNull())
    .addColumn('begun_at', 'text', column => column.notNull())
    .addColumn('saved_at', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createIndex('drafts_by_consultation_id')
    .ifNotExists()
    .on('drafts')
    .columns(['consultation_id'])
    .execute();
  await db.schema.createIndex('drafts_by_version_id').ifNotExists().on('drafts').columns(['version_id']).execute();
  await db.schema
    .createTable('responses')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('version_id', 'text', column => column.notNull().references('survey_versions.id'))
    .addColumn('token_hash', 'text', column => column.notNull().unique())
    .addColumn('reference', 'text', column => column.notNull().unique())
    .addColumn('channel', 'text', column => column.notNull())
    .addColumn('day', 'text', column => column.notNull())
    .addColumn('answers', 'text', column => column.notNull())
    .addColumn('changed_on', 'text')
    .addColumn('withdrawn_on', 'text')
    .addColumn('words_erased_on', 'text')
    .execute();
  await db.schema
    .createIndex('responses_by_consultation_id_id')
    .ifNotExists()
    .on('responses')
    .columns(['consultation_id', 'id'])
    .execute();
  await db.schema
    .createIndex('responses_by_version_id')
    .ifNotExists()
    .on('responses')
    .columns(['version_id'])
    .execute();
  await db.schema
    .createTable('tallies')
    .ifNotExists()
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('question', 'text', column => column.notNull())
    .addColumn('option', 'text', column => column.notNull())
    .addColumn('dimension', 'text', column => column.notNull())
    .addColumn('value', 'text', column => column.notNull())
    .addColumn('count', 'integer', column => column.notNull())
    // A response changes one cell of every question over the same few values: those lie side by side.
    .addPrimaryKeyConstraint('tallies_key', ['consultation_id', 'dimension', 'value', 'question', 'option'])
    .$call(withoutRowid(db))
    .execute();
}
