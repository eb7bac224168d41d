import { countAll, type Db } from '../db/dialect.ts';
import type { Schema } from '../db/schema.ts';

type Table = keyof Schema;

/** What hangs on a consultation and goes with it, in the order in which it may go. Edits go with their version. */
export const goesToo = [
  'word_reasons',
  'themes',
  'media',
  'survey_versions',
  'consultation_people',
  'team_members',
] as const satisfies readonly Table[];

/** What can only be there once it was public: while there is a row in one of these, nothing is deleted. */
export const keepsIt = [
  'drafts',
  'responses',
  'typed_responses',
  'contacts',
  'events',
  'acknowledgements',
  'concerns',
  'set_asides',
  'outcomes',
  'date_changes',
  'late_reasons',
] as const satisfies readonly Table[];

/** Figures worked out from the answers by a job; they go too. */
export const workedOut = ['tally_sheets', 'snapshots'] as const satisfies readonly Table[];

/** How many rows of these tables belong to a consultation. */
export async function countIn(db: Db, tables: readonly (typeof goesToo | typeof keepsIt)[number][], id: string) {
  const rows = await Promise.all(
    tables.map(table =>
      db.selectFrom(table).select(countAll().as('n')).where('consultation_id', '=', id).executeTakeFirst(),
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, rows[at]?.n ?? 0]));
}

/** Takes a consultation out, and everything that goes with it. Fails where a row of `keepsIt` hangs on it. */
export async function deleteConsultation(tx: Db, id: string): Promise<void> {
  const files = tx.selectFrom('media').select('id').where('consultation_id', '=', id);
  await tx.deleteFrom('media_parts').where('media_id', 'in', files).execute();
  for (const table of [...workedOut, ...goesToo]) {
    await tx.deleteFrom(table).where('consultation_id', '=', id).execute();
  }
  await tx.deleteFrom('consultations').where('id', '=', id).execute();
}
