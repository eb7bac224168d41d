import type { Db } from '../db/dialect.ts';
import type { LanguageCheck } from '../db/schema.ts';

/** Every check with the name of the administrator who recorded it. */
export function listLanguageChecks(db: Db) {
  return db
    .selectFrom('language_checks')
    .innerJoin('people', 'people.id', 'language_checks.recorded_by')
    .selectAll('language_checks')
    .select('people.name as recorder')
    .orderBy('language')
    .execute();
}

/** The languages that a native speaker has checked. */
export async function checkedLanguages(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('language_checks').select('language').execute();
  return rows.map(row => row.language);
}

/** A second check of one language takes the place of the first. */
export async function saveLanguageCheck(db: Db, row: LanguageCheck): Promise<void> {
  await db
    .insertInto('language_checks')
    .values(row)
    .onConflict(conflict => conflict.column('language').doUpdateSet(row))
    .execute();
}

export async function removeLanguageCheck(db: Db, language: string): Promise<void> {
  await db.deleteFrom('language_checks').where('language', '=', language).execute();
}
