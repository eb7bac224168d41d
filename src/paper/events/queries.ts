import type { Db } from '../../db/dialect.ts';
import type { EventCount, HeldEvent } from '../../db/schema.ts';

/** The events of a consultation, the latest first. */
export function listEvents(db: Db, consultationId: string): Promise<HeldEvent[]> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('held_on', 'desc')
    .orderBy('id')
    .execute();
}

export function findEvent(db: Db, consultationId: string, id: string): Promise<HeldEvent | undefined> {
  return db
    .selectFrom('events')
    .selectAll()
    .where('id', '=', id)
    .where('consultation_id', '=', consultationId)
    .executeTakeFirst();
}

/** Every count of these events. */
export async function listEventCounts(db: Db, ids: readonly string[]): Promise<EventCount[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('event_counts')
    .selectAll()
    .where('event_id', 'in', [...ids])
    .execute();
}

/** Keeps an event as it now stands, new or not, with its counts in the place of those before. */
export async function saveEvent(tx: Db, { id, ...row }: HeldEvent, counts: readonly EventCount[]): Promise<void> {
  await tx
    .insertInto('events')
    .values({ id, ...row })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute();
  await tx.deleteFrom('event_counts').where('event_id', '=', id).execute();
  if (counts.length > 0)
    await tx
      .insertInto('event_counts')
      .values([...counts])
      .execute();
}

export async function deleteEvent(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('event_counts').where('event_id', '=', id).execute();
  await tx.deleteFrom('events').where('id', '=', id).execute();
}
