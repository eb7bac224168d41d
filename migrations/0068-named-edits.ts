import { sql, type Kysely } from 'kysely';

// What an act of its own is called under Undo; '' for a change that is told by what it changes.
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('survey_edits')
    .addColumn('name', 'text', column => column.notNull().defaultTo(sql`''`))
    .execute();
}
