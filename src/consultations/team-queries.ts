import { countAll, type Db } from '../db/dialect.ts';

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

/** Worries that nobody has looked at yet, for each consultation whose team this person is on. `since`: an ISO instant. */
export function listUnseenWorries(db: Db, personId: string): Promise<{ id: string; count: number; since: string }[]> {
  return db
    .selectFrom('concerns')
    .innerJoin('team_members', 'team_members.consultation_id', 'concerns.consultation_id')
    .select(({ fn }) => [
      'concerns.consultation_id as id',
      countAll().as('count'),
      fn.min('concerns.raised_at').as('since'),
    ])
    .where('team_members.person_id', '=', personId)
    .where('concerns.seen_at', 'is', null)
    .groupBy('concerns.consultation_id')
    .execute();
}
