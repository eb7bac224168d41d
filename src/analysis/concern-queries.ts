import type { Db } from '../db/dialect.ts';
import type { Concern } from '../db/schema.ts';

/** A worry about an answer, with who raised it. The answer's words are read apart, each time. */
export type RaisedConcern = Concern & { raised_by_name: string };

export async function addConcern(db: Db, row: Concern): Promise<void> {
  await db.insertInto('concerns').values(row).execute();
}

const concerns = (db: Db) =>
  db
    .selectFrom('concerns')
    .innerJoin('people', 'people.id', 'concerns.raised_by')
    .selectAll('concerns')
    .select('people.name as raised_by_name');

export function findConcern(db: Db, consultationId: string, id: string): Promise<RaisedConcern | undefined> {
  return concerns(db)
    .where('concerns.id', '=', id)
    .where('concerns.consultation_id', '=', consultationId)
    .executeTakeFirst();
}

/** For the lead's link, which names the worry alone. */
export function findConcernById(db: Db, id: string): Promise<RaisedConcern | undefined> {
  return concerns(db).where('concerns.id', '=', id).executeTakeFirst();
}

/** The same worry, word for word, about the same answer: what pressing twice leads to. */
export function findSameConcern(
  db: Db,
  { response_id, question, note }: Pick<Concern, 'response_id' | 'question' | 'note'>,
): Promise<Concern | undefined> {
  return db
    .selectFrom('concerns')
    .selectAll()
    .where('response_id', '=', response_id)
    .where('question', '=', question)
    .where('note', '=', note)
    .executeTakeFirst();
}

/** Every worry about one consultation's answers, newest first. */
export function listConcerns(db: Db, consultationId: string): Promise<RaisedConcern[]> {
  return concerns(db)
    .where('concerns.consultation_id', '=', consultationId)
    .orderBy('concerns.raised_at', 'desc')
    .execute();
}

/** The first worry about each of these responses' answers to one question, by response. */
export async function concernsOn(
  db: Db,
  question: string,
  responseIds: readonly string[],
): Promise<Map<string, Concern>> {
  if (responseIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('concerns')
    .selectAll()
    .where('question', '=', question)
    .where('response_id', 'in', responseIds)
    .orderBy('raised_at', 'desc')
    .execute();
  return new Map(rows.map(row => [row.response_id, row]));
}

/** Keeps the first time that somebody said so, and who. `now`: an ISO instant. */
export async function markConcernSeen(db: Db, id: string, { now, by }: { now: string; by: string }): Promise<void> {
  await db
    .updateTable('concerns')
    .set({ seen_at: now, seen_by: by })
    .where('id', '=', id)
    .where('seen_at', 'is', null)
    .execute();
}
