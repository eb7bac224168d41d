import type { Db } from '../db/dialect.ts';
import type { SavedQuestion } from '../db/schema.ts';

export async function addSaved(tx: Db, row: SavedQuestion): Promise<void> {
  await tx.insertInto('saved_questions').values(row).execute();
}

export function listSaved(db: Db): Promise<SavedQuestion[]> {
  return db.selectFrom('saved_questions').selectAll().orderBy('saved_at', 'desc').orderBy('id').execute();
}

/** Says whether there was one. */
export async function deleteSaved(tx: Db, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('saved_questions').where('id', '=', id).executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
}
