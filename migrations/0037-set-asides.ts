import { sql, type Kysely } from 'kysely';

// One row each time somebody asks to leave an answer out: who asked, who agreed or not, and who took it back.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('set_asides')
    .ifNotExists()
    .addColumn('id', 'text', column => column.notNull().primaryKey())
    .addColumn('consultation_id', 'text', column => column.notNull().references('consultations.id'))
    .addColumn('response_id', 'text', column => column.notNull().references('responses.id'))
    .addColumn('why', 'text', column => column.notNull())
    .addColumn('note', 'text', column => column.notNull())
    .addColumn('proposed_at', 'text', column => column.notNull())
    .addColumn('proposed_by', 'text', column => column.notNull().references('people.id'))
    .addColumn('confirmed_at', 'text')
    .addColumn('confirmed_by', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('ended_by', 'text')
    .addColumn('ended_why', 'text')
    .execute();
  await db.schema
    .createIndex('set_asides_by_consultation_id')
    .ifNotExists()
    .on('set_asides')
    .columns(['consultation_id'])
    .execute();
  await db.schema
    .createIndex('set_asides_by_response_id')
    .ifNotExists()
    .on('set_asides')
    .columns(['response_id'])
    .execute();
  // The few unusual ones are found without reading the many others.
  await db.schema
    .createIndex('responses_unusual')
    .ifNotExists()
    .on('responses')
    .columns(['consultation_id', 'id'])
    .where(sql.ref('unusual'), 'is not', null)
    .execute();
}
