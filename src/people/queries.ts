import { countAll, type Db } from '../db/dialect.ts';
import type { Organisation, Person, SignInLink } from '../db/schema.ts';
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

export async function addSignInLink(db: Db, row: SignInLink): Promise<void> {
  await db.insertInto('sign_in_links').values(row).execute();
}

/** The person whom a live link signs in. With `reusable` (the demo) used and old links work too. */
export function findLinkedPerson(db: Db, tokenHash: string, now: string, reusable: boolean) {
  return db
    .selectFrom('sign_in_links')
    .innerJoin('people', 'people.id', 'sign_in_links.person_id')
    .selectAll('people')
    .where('token_hash', '=', tokenHash)
    .where('people.ended_at', 'is', null)
    .$if(!reusable, query => query.where('used_at', 'is', null).where('expires_at', '>', now))
    .executeTakeFirst();
}

/** Uses a link up. False when it was used, is too old, or never was. */
export async function takeSignInLink(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const result = await db
    .updateTable('sign_in_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countPeople(db: Db): Promise<number> {
  const row = await db.selectFrom('people').select(countAll().as('n')).executeTakeFirstOrThrow();
  return row.n;
}

/** A new link for the first set-up ends the older ones. */
export async function replaceSetupLink(db: Db, tokenHash: string, now: string): Promise<void> {
  await db.deleteFrom('setup_links').execute();
  await db.insertInto('setup_links').values({ token_hash: tokenHash, created_at: now, used_at: null }).execute();
}

export async function hasSetupLink(db: Db, tokenHash: string): Promise<boolean> {
  const links = db.selectFrom('setup_links').select('token_hash').where('token_hash', '=', tokenHash);
  return (await links.where('used_at', 'is', null).executeTakeFirst()) !== undefined;
}

/** Uses the set-up link up. False when it was used, or never was. */
export async function takeSetupLink(db: Db, tokenHash: string, now: string): Promise<boolean> {
  const result = await db
    .updateTable('setup_links')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Drops sessions and sign-in links whose time is over. */
export async function removeExpired(db: Db, now: string): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_in_links').where('expires_at', '<=', now).execute();
}
