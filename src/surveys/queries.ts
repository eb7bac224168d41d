import type { Db } from '../db/dialect.ts';
import type { SurveyVersion } from '../db/schema.ts';

export async function addSurveyVersion(db: Db, row: SurveyVersion): Promise<void> {
  await db.insertInto('survey_versions').values(row).execute();
}

/** Puts new questions in the place of the old ones. Says whether it did: a published version stays as it is. */
export async function saveDefinition(db: Db, id: string, definition: string): Promise<boolean> {
  const result = await db
    .updateTable('survey_versions')
    .set({ definition })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) > 0;
}

export async function publishSurveyVersion(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('survey_versions').set({ published_at: now }).where('id', '=', id).execute();
}
