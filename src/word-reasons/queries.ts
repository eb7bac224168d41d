import type { Db } from '../db/dialect.ts';
import type { WordReason } from '../db/schema.ts';

/** Every reason that was given for words of a consultation, oldest first, with the name of who gave it. */
export function listWordReasons(db: Db, consultationId: string) {
  return db
    .selectFrom('word_reasons')
    .innerJoin('people', 'people.id', 'word_reasons.given_by')
    .selectAll('word_reasons')
    .select('people.name as giver')
    .where('consultation_id', '=', consultationId)
    .orderBy('given_at')
    .execute();
}

export async function addWordReasons(db: Db, rows: readonly WordReason[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('word_reasons')
    .values([...rows])
    .execute();
}
