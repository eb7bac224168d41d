import type { Db } from '../db/dialect.ts';
import type { SurveyVersion } from '../db/schema.ts';

export async function addSurveyVersion(db: Db, row: SurveyVersion): Promise<void> {
  await db.insertInto('survey_versions').values(row).execute();
}

/** Every version that was published, newest first. */
export function publishedVersions(db: Db, consultationId: string): Promise<SurveyVersion[]> {
  return db
    .selectFrom('survey_versions')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .execute();
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

/** The same for a whole definition: what it takes the place of is kept, to be put back. */
export async function replaceDefinition(db: Db, { id, definition }: SurveyVersion, instead: string): Promise<void> {
  await db
    .updateTable('survey_versions')
    .set({ definition: instead, previous_definition: definition })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute();
}

export async function publishSurveyVersion(db: Db, id: string, now: string): Promise<void> {
  const published = { published_at: now, previous_definition: null };
  await db.updateTable('survey_versions').set(published).where('id', '=', id).execute();
}

/** Nobody has answered a version that was not published, so nothing hangs on it. */
export async function deleteUnpublishedVersion(db: Db, id: string): Promise<void> {
  await db.deleteFrom('survey_versions').where('id', '=', id).where('published_at', 'is', null).execute();
}
