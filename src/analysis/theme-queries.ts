import { countAll, type Db } from '../db/dialect.ts';
import type { Mark, Theme } from '../db/schema.ts';

/** A theme with how many people and comments carry it. Withdrawn answers count no more. */
export type CountedTheme = Theme & { people: number; comments: number };

/** The themes of a consultation in their order. `people`: different responses, so nobody counts twice. */
export async function listThemes(db: Db, consultationId: string): Promise<CountedTheme[]> {
  const [themes, counts] = await Promise.all([
    db.selectFrom('themes').selectAll().where('consultation_id', '=', consultationId).orderBy('position').execute(),
    countMarks(db, consultationId),
  ]);
  return themes.map(theme => {
    const { people = 0, comments = 0 } = counts.find(row => row.theme_id === theme.id) ?? {};
    return { ...theme, people, comments };
  });
}

function countMarks(db: Db, consultationId: string) {
  return db
    .selectFrom('marks')
    .innerJoin('themes', 'themes.id', 'marks.theme_id')
    .innerJoin('responses as r', 'r.id', 'marks.response_id')
    .select(({ fn, cast }) => [
      'marks.theme_id',
      countAll().as('comments'),
      cast<number>(fn.count('marks.response_id').distinct(), 'integer').as('people'),
    ])
    .where('themes.consultation_id', '=', consultationId)
    .where('r.withdrawn_on', 'is', null)
    .where('r.set_aside_on', 'is', null)
    .where('r.words_erased_on', 'is', null)
    .groupBy('marks.theme_id')
    .execute();
}

/** The theme when it belongs to this consultation. */
export function findTheme(db: Db, consultationId: string, themeId: string): Promise<Theme | undefined> {
  return db
    .selectFrom('themes')
    .selectAll()
    .where('id', '=', themeId)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
}

export async function addTheme(db: Db, row: Theme): Promise<void> {
  await db.insertInto('themes').values(row).execute();
}

export async function changeTheme(db: Db, id: string, change: Pick<Theme, 'name' | 'summary'>): Promise<void> {
  await db.updateTable('themes').set(change).where('id', '=', id).execute();
}

/** Whether an outcome rests on this theme. */
export async function isInOutcome(db: Db, themeId: string): Promise<boolean> {
  const row = await db
    .selectFrom('outcome_themes')
    .select('theme_id')
    .where('theme_id', '=', themeId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Removes a theme and its marks; the comments stay. */
export async function removeTheme(db: Db, id: string): Promise<void> {
  await db.deleteFrom('marks').where('theme_id', '=', id).execute();
  await db.deleteFrom('themes').where('id', '=', id).execute();
}

/** Which themes each of these responses carries on one question. */
export async function marksOn(
  db: Db,
  question: string,
  responseIds: readonly string[],
): Promise<Map<string, string[]>> {
  const marks = new Map<string, string[]>();
  if (responseIds.length === 0) return marks;
  const rows = await db
    .selectFrom('marks')
    .select(['theme_id', 'response_id'])
    .where('question', '=', question)
    .where('response_id', 'in', [...responseIds])
    .execute();
  for (const row of rows) marks.set(row.response_id, [...(marks.get(row.response_id) ?? []), row.theme_id]);
  return marks;
}

/** Marks one comment with exactly these themes, keeping who marked what stays marked. */
export async function replaceMarks(
  db: Db,
  comment: { responseId: string; question: string },
  themeIds: readonly string[],
  by: { id: string; now: string },
): Promise<void> {
  const old = db
    .deleteFrom('marks')
    .where('response_id', '=', comment.responseId)
    .where('question', '=', comment.question);
  await (themeIds.length > 0 ? old.where('theme_id', 'not in', [...themeIds]) : old).execute();
  if (themeIds.length === 0) return;
  const rows: Mark[] = themeIds.map(theme_id => ({
    theme_id,
    response_id: comment.responseId,
    question: comment.question,
    marked_at: by.now,
    marked_by: by.id,
  }));
  await db
    .insertInto('marks')
    .values(rows)
    .onConflict(conflict => conflict.columns(['theme_id', 'response_id', 'question']).doNothing())
    .execute();
}
