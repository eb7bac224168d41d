import { countAll, forUpdate, type Db } from '../db/dialect.ts';
import type { Response, SetAside } from '../db/schema.ts';

const PAGE = 50;

/** How many of the answers that count carry each set of signs, as kept. */
export function countSigns(db: Db, consultationId: string): Promise<{ unusual: string | null; count: number }[]> {
  return db
    .selectFrom('responses')
    .select(['unusual', countAll().as('count')])
    .where('consultation_id', '=', consultationId)
    .where('unusual', 'is not', null)
    .where('withdrawn_on', 'is', null)
    .where('set_aside_on', 'is', null)
    .groupBy('unusual')
    .execute();
}

export type UnusualRow = Pick<Response, 'id' | 'day' | 'channel' | 'unusual'>;

/** Up to 50 answers that look unusual and count, in an order that tells nothing of when they came. */
export async function listUnusual(db: Db, consultationId: string, after: string) {
  const rows = await db
    .selectFrom('responses')
    .select(['id', 'day', 'channel', 'unusual'])
    .where('consultation_id', '=', consultationId)
    .where('unusual', 'is not', null)
    .where('withdrawn_on', 'is', null)
    .where('set_aside_on', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(PAGE + 1)
    .execute();
  const shown = rows.slice(0, PAGE);
  return { shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** The answer, unless it was withdrawn. */
export function findAnswer(db: Db, consultationId: string, id: string): Promise<Response | undefined> {
  return answers(db, consultationId, id).executeTakeFirst();
}

/** The same, held until the transaction ends. */
export function lockAnswer(tx: Db, consultationId: string, id: string): Promise<Response | undefined> {
  return forUpdate(tx, answers(tx, consultationId, id)).executeTakeFirst();
}

const answers = (db: Db, consultationId: string, id: string) =>
  db
    .selectFrom('responses')
    .selectAll()
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .where('withdrawn_on', 'is', null);

/** Several of them, in one order, so that nobody waits for somebody who waits for them. */
export function lockAnswers(tx: Db, consultationId: string, ids: readonly string[]): Promise<Response[]> {
  const rows = tx
    .selectFrom('responses')
    .selectAll()
    .where('id', 'in', [...ids])
    .where('consultation_id', '=', consultationId)
    .where('withdrawn_on', 'is', null)
    .orderBy('id');
  return forUpdate(tx, rows).execute();
}

export async function markUnusual(tx: Db, id: string, unusual: string | null): Promise<void> {
  await tx.updateTable('responses').set({ unusual }).where('id', '=', id).execute();
}

export async function markSetAside(tx: Db, id: string, day: string | null): Promise<void> {
  await tx.updateTable('responses').set({ set_aside_on: day }).where('id', '=', id).execute();
}

/** An answer that somebody wants to set aside or that is set aside, with the names of those who said so. */
export type Standing = SetAside & { day: string; channel: string; proposer: string; confirmer: string | null };

/** What waits for a second person and what is set aside. Withdrawn answers are absent. */
export function listSetAside(db: Db, consultationId: string): Promise<Standing[]> {
  return standing(db).where('s.consultation_id', '=', consultationId).orderBy('s.proposed_at').execute();
}

export function findSetAside(db: Db, responseId: string): Promise<Standing | undefined> {
  return standing(db).where('s.response_id', '=', responseId).executeTakeFirst();
}

const standing = (db: Db) =>
  db
    .selectFrom('set_asides as s')
    .innerJoin('responses as r', 'r.id', 's.response_id')
    .innerJoin('people as p', 'p.id', 's.proposed_by')
    .leftJoin('people as q', 'q.id', 's.confirmed_by')
    .selectAll('s')
    .select(['r.day', 'r.channel', 'p.name as proposer', 'q.name as confirmer'])
    .where('s.ended_at', 'is', null)
    .where('r.withdrawn_on', 'is', null);

export async function addSetAside(tx: Db, row: SetAside): Promise<void> {
  await tx.insertInto('set_asides').values(row).execute();
}

export async function changeSetAside(tx: Db, id: string, change: Partial<SetAside>): Promise<void> {
  await tx.updateTable('set_asides').set(change).where('id', '=', id).execute();
}

/** Why each answer that is set aside now is left out: one word an answer. */
export async function listWhys(db: Db, consultationId: string): Promise<string[]> {
  const rows = await standing(db)
    .where('s.consultation_id', '=', consultationId)
    .where('s.confirmed_at', 'is not', null)
    .execute();
  return rows.map(row => row.why);
}

/** Answers that wait for a second person, for each consultation where this person may be that one. `since`: an instant. */
export function listWaiting(
  db: Db,
  who: { id: string; everywhere: boolean },
): Promise<{ id: string; count: number; since: string }[]> {
  const rows = db
    .selectFrom('set_asides as s')
    .innerJoin('responses as r', 'r.id', 's.response_id')
    .select(({ fn }) => ['s.consultation_id as id', countAll().as('count'), fn.min('s.proposed_at').as('since')])
    .where('s.proposed_by', '!=', who.id)
    .where('s.confirmed_at', 'is', null)
    .where('s.ended_at', 'is', null)
    .where('r.withdrawn_on', 'is', null)
    .groupBy('s.consultation_id');
  if (who.everywhere) return rows.execute();
  return rows
    .where('s.consultation_id', 'in', eb =>
      eb.selectFrom('team_members').select('consultation_id').where('person_id', '=', who.id),
    )
    .execute();
}
