import type { Db } from '../db/dialect.ts';

export async function removeTeamMember(db: Db, consultationId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('team_members')
    .where('consultation_id', '=', consultationId)
    .where('person_id', '=', personId)
    .execute();
}

/** Officers of every organisation, for choosing a team: those who still work here. */
export function listOfficers(db: Db): Promise<{ id: string; name: string; organisation: string }[]> {
  return db
    .selectFrom('people')
    .innerJoin('grants', 'grants.person_id', 'people.id')
    .innerJoin('organisations', 'organisations.id', 'people.organisation_id')
    .select(['people.id', 'people.name', 'organisations.name as organisation'])
    .where('grants.role', '=', 'officer')
    .where('people.ended_at', 'is', null)
    .orderBy('people.name')
    .execute();
}
