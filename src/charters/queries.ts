import type { Db } from '../db/dialect.ts';
import type { ClosingDay, Partnership } from '../db/schema.ts';

export function findPartnership(db: Db): Promise<Partnership | undefined> {
  return db.selectFrom('partnership').selectAll().executeTakeFirst();
}

export function listClosingDays(db: Db): Promise<ClosingDay[]> {
  return db.selectFrom('closing_days').selectAll().orderBy('day').execute();
}

export async function savePartnership(db: Db, row: Omit<Partnership, 'id'>): Promise<void> {
  await db
    .insertInto('partnership')
    .values({ id: 'partnership', ...row })
    .onConflict(conflict => conflict.column('id').doUpdateSet(row))
    .execute();
}

export async function addClosingDay(db: Db, row: ClosingDay): Promise<void> {
  await db
    .insertInto('closing_days')
    .values(row)
    .onConflict(conflict => conflict.column('day').doUpdateSet({ name: row.name }))
    .execute();
}

export async function removeClosingDay(db: Db, day: string): Promise<void> {
  await db.deleteFrom('closing_days').where('day', '=', day).execute();
}
