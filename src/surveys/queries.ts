import type { Db } from '../db/dialect.ts';
import type { SurveyEdit, SurveyVersion } from '../db/schema.ts';

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

/** Makes room for one more change: what was undone can't be done again, and the oldest of many goes. Gives its number. */
export async function nextEdit(db: Db, versionId: string, most: number): Promise<number> {
  const edits = () => db.deleteFrom('survey_edits').where('version_id', '=', versionId);
  await edits().where('undone_at', 'is not', null).execute();
  const last = await lastEdit(db, versionId, 'done');
  const n = (last?.n ?? 0) + 1;
  await edits()
    .where('n', '<=', n - most)
    .execute();
  return n;
}

export async function addEdit(db: Db, row: SurveyEdit): Promise<void> {
  await db.insertInto('survey_edits').values(row).execute();
}

/** The change that can be undone, or the one that can be done again. */
export function lastEdit(db: Db, versionId: string, which: 'done' | 'undone'): Promise<SurveyEdit | undefined> {
  const all = db.selectFrom('survey_edits').selectAll().where('version_id', '=', versionId);
  return which === 'done'
    ? all.where('undone_at', 'is', null).orderBy('n', 'desc').limit(1).executeTakeFirst()
    : all.where('undone_at', 'is not', null).orderBy('n').limit(1).executeTakeFirst();
}

export async function turnEdit(db: Db, { version_id, n, definition, undone_at }: SurveyEdit): Promise<void> {
  await db
    .updateTable('survey_edits')
    .set({ definition, undone_at })
    .where('version_id', '=', version_id)
    .where('n', '=', n)
    .execute();
}

export async function deleteEdits(db: Db, versionId: string): Promise<void> {
  await db.deleteFrom('survey_edits').where('version_id', '=', versionId).execute();
}

export async function publishSurveyVersion(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('survey_versions').set({ published_at: now }).where('id', '=', id).execute();
  await deleteEdits(db, id);
}

/** Nobody has answered a version that was not published, so nothing hangs on it. */
export async function deleteUnpublishedVersion(db: Db, id: string): Promise<void> {
  await db.deleteFrom('survey_versions').where('id', '=', id).where('published_at', 'is', null).execute();
}
