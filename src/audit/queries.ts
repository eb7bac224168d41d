import type { Db } from '../db/dialect.ts';
import type { Audit } from '../db/schema.ts';

const PUBLIC_PAGES = 'public pages';

export async function addAudit(db: Db, row: Audit): Promise<void> {
  await db.insertInto('audit').values(row).execute();
}

/** The latest acts on one subject, newest first. */
export function auditOf(db: Db, kind: string, id: string, most = 50): Promise<Audit[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
}

/** Tells every instance that public pages may have changed. */
export async function growStamp(db: Db): Promise<void> {
  await db
    .insertInto('stamps')
    .values({ name: PUBLIC_PAGES, count: 1 })
    .onConflict(conflict => conflict.column('name').doUpdateSet(eb => ({ count: eb('stamps.count', '+', 1) })))
    .execute();
}

export async function readStamp(db: Db): Promise<number> {
  const row = await db.selectFrom('stamps').select('count').where('name', '=', PUBLIC_PAGES).executeTakeFirst();
  return row?.count ?? 0;
}
