import { forUpdate, type Db } from '../../db/dialect.ts';
import type { ServiceChange, ServiceChangeStep } from '../../db/schema.ts';
import { hasAny, type Who } from '../../people/roles.ts';

/** What this officer's organisation is changing; an administrator sees all. */
export function listForOfficer(db: Db, who: Who): Promise<ServiceChange[]> {
  const all = db.selectFrom('service_changes').selectAll().orderBy('title');
  return (hasAny(who, ['administrator']) ? all : all.where('organisation_id', '=', who.organisationId)).execute();
}

/** The service change when this officer may edit it; missing and forbidden look alike. */
export async function findForOfficer(db: Db, who: Who, id: string): Promise<ServiceChange | null> {
  const row = await db.selectFrom('service_changes').selectAll().where('id', '=', id).executeTakeFirst();
  const mine = row && (hasAny(who, ['administrator']) || row.organisation_id === who.organisationId);
  return mine ? row : null;
}

/** The service change, held until the transaction ends. Throws when there is none. */
export function lockServiceChange(tx: Db, id: string): Promise<ServiceChange> {
  return forUpdate(tx, tx.selectFrom('service_changes').selectAll().where('id', '=', id)).executeTakeFirstOrThrow();
}

/** What an entry of this officer may lead to: their own organisation's, and whatever is public. */
export function listLinkable(db: Db, who: Who): Promise<ServiceChange[]> {
  return db
    .selectFrom('service_changes')
    .selectAll()
    .where(eb =>
      eb.or([
        eb('organisation_id', '=', who.organisationId),
        eb('id', 'in', eb.selectFrom('publications').select('subject_id').where('kind', '=', 'service-change')),
      ]),
    )
    .orderBy('title')
    .execute();
}

export function findBySlug(db: Db, slug: string): Promise<ServiceChange | undefined> {
  return db.selectFrom('service_changes').selectAll().where('slug', '=', slug).executeTakeFirst();
}

export async function slugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('service_changes').select('slug').where('slug', 'like', `${slug}%`).execute();
  return new Set(rows.map(row => row.slug));
}

export async function addServiceChange(db: Db, row: ServiceChange): Promise<void> {
  await db.insertInto('service_changes').values(row).execute();
}

export async function updateServiceChange(
  db: Db,
  id: string,
  change: Pick<ServiceChange, 'title' | 'service' | 'summary'>,
): Promise<void> {
  await db.updateTable('service_changes').set(change).where('id', '=', id).execute();
}

export function listSteps(db: Db, serviceChangeId: string): Promise<ServiceChangeStep[]> {
  return db
    .selectFrom('service_change_steps')
    .selectAll()
    .where('service_change_id', '=', serviceChangeId)
    .orderBy('due_on')
    .orderBy('position')
    .execute();
}

export function findStep(db: Db, serviceChangeId: string, id: string): Promise<ServiceChangeStep | undefined> {
  return db
    .selectFrom('service_change_steps')
    .selectAll()
    .where('service_change_id', '=', serviceChangeId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addStep(db: Db, row: ServiceChangeStep): Promise<void> {
  await db.insertInto('service_change_steps').values(row).execute();
}

export async function updateStep(db: Db, id: string, change: Partial<Omit<ServiceChangeStep, 'id'>>): Promise<void> {
  await db.updateTable('service_change_steps').set(change).where('id', '=', id).execute();
}

export async function removeStep(db: Db, id: string): Promise<void> {
  await db.deleteFrom('service_change_steps').where('id', '=', id).execute();
}

export async function organisationName(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('organisations').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

export async function listByIds(db: Db, ids: readonly string[]): Promise<ServiceChange[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('service_changes')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute();
}
