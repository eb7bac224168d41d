import type { Db } from '../db/dialect.ts';
import type { Organisation, Person } from '../db/schema.ts';
import { isRole, type Role, type Who } from './roles.ts';

/** The person behind a live session, or null. `now` is an ISO instant. */
export async function findWho(db: Db, tokenHash: string, now: string): Promise<Who | null> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.person_id')
    .leftJoin('grants', 'grants.person_id', 'people.id')
    .select(['people.id', 'people.name', 'people.organisation_id', 'grants.role'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .where('people.ended_at', 'is', null)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const roles = rows.map(row => row.role).filter((role): role is Role => role !== null && isRole(role));
  return { id: first.id, name: first.name, organisationId: first.organisation_id, roles };
}

export function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst();
}

/** `email` in lower case, as stored. */
export function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return db
    .selectFrom('people')
    .selectAll()
    .where('email', '=', email)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
}

export function listOrganisations(db: Db): Promise<Organisation[]> {
  return db.selectFrom('organisations').selectAll().orderBy('name').execute();
}

export async function addOrganisation(db: Db, row: Organisation): Promise<void> {
  await db.insertInto('organisations').values(row).execute();
}

export async function addPerson(db: Db, row: Person): Promise<void> {
  await db.insertInto('people').values(row).execute();
}

export async function addGrant(db: Db, personId: string, role: Role, by: string | null, now: string): Promise<void> {
  await db
    .insertInto('grants')
    .values({ person_id: personId, role, granted_by: by, granted_at: now })
    .onConflict(conflict => conflict.columns(['person_id', 'role']).doNothing())
    .execute();
}

export async function addSession(
  db: Db,
  row: { tokenHash: string; personId: string; now: string; expiresAt: string },
): Promise<void> {
  const { tokenHash, personId, now, expiresAt } = row;
  await db
    .insertInto('sessions')
    .values({ token_hash: tokenHash, person_id: personId, created_at: now, expires_at: expiresAt })
    .execute();
}

export async function removeSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}
