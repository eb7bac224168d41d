import { sql } from 'kysely';
import { countAll, forUpdate, type Db } from '../db/dialect.ts';
import type { Person } from '../db/schema.ts';
import { isRole, type Role } from '../people/roles.ts';

export type Colleague = Person & { organisation: string; roles: Role[] };

/** Everybody, those who have access first, by name. */
export async function listColleagues(db: Db): Promise<Colleague[]> {
  const people = await colleagues(db)
    .orderBy(sql`case when people.ended_at is null then 0 else 1 end`)
    .orderBy('people.name')
    .execute();
  const grants = await db.selectFrom('grants').select(['person_id', 'role']).execute();
  const roles = Map.groupBy(grants, grant => grant.person_id);
  return people.map(person => ({ ...person, roles: rolesOf(roles.get(person.id) ?? []) }));
}

export async function findColleague(db: Db, id: string): Promise<Colleague | undefined> {
  const person = await colleagues(db).where('people.id', '=', id).executeTakeFirst();
  if (!person) return undefined;
  const grants = await db.selectFrom('grants').select('role').where('person_id', '=', id).execute();
  return { ...person, roles: rolesOf(grants) };
}

function colleagues(db: Db) {
  return db
    .selectFrom('people')
    .innerJoin('organisations', 'organisations.id', 'people.organisation_id')
    .selectAll('people')
    .select('organisations.name as organisation');
}

const rolesOf = (grants: { role: string }[]): Role[] => grants.map(grant => grant.role).filter(isRole);

/** Whether somebody else, with access or without, has this address. `email` in lower case. */
export async function isEmailTaken(db: Db, email: string, besides: string | null): Promise<boolean> {
  const found = await db.selectFrom('people').select('id').where('email', '=', email).executeTakeFirst();
  return found !== undefined && found.id !== besides;
}

export async function changePerson(
  db: Db,
  id: string,
  row: Pick<Person, 'name' | 'email' | 'post' | 'organisation_id'>,
): Promise<void> {
  await db.updateTable('people').set(row).where('id', '=', id).execute();
}

export async function removeGrants(db: Db, personId: string, roles: readonly Role[]): Promise<void> {
  if (roles.length === 0) return;
  await db.deleteFrom('grants').where('person_id', '=', personId).where('role', 'in', roles).execute();
}

/** Ends somebody's access at once: sessions and links go with it. */
export async function endPerson(db: Db, id: string, now: string): Promise<void> {
  await db.updateTable('people').set({ ended_at: now }).where('id', '=', id).execute();
  await db.deleteFrom('sessions').where('person_id', '=', id).execute();
  await db.deleteFrom('sign_in_links').where('person_id', '=', id).execute();
}

export async function returnPerson(db: Db, id: string): Promise<void> {
  await db.updateTable('people').set({ ended_at: null }).where('id', '=', id).execute();
}

/** The ids of all who are administrators now, locked until the transaction ends, so that two can't end each other. */
export async function lockAdministrators(tx: Db): Promise<string[]> {
  const grants = tx.selectFrom('grants').select('person_id').where('role', '=', 'administrator').orderBy('person_id');
  const ids = (await forUpdate(tx, grants).execute()).map(grant => grant.person_id);
  if (ids.length === 0) return [];
  const active = tx.selectFrom('people').select('id').where('id', 'in', ids).where('ended_at', 'is', null);
  return (await active.execute()).map(person => person.id);
}

export type OrganisationRow = { id: string; name: string; kind: string; people: number };

/** Every organisation with how many people of it have access. */
export function listOrganisationRows(db: Db): Promise<OrganisationRow[]> {
  return db
    .selectFrom('organisations')
    .select(['id', 'name', 'kind'])
    .select(eb =>
      eb
        .selectFrom('people')
        .select(countAll().as('n'))
        .whereRef('people.organisation_id', '=', 'organisations.id')
        .where('people.ended_at', 'is', null)
        .$asScalar()
        .$notNull()
        .as('people'),
    )
    .orderBy('name')
    .execute();
}
