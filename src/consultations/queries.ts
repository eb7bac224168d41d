import { forUpdate, type Db } from '../db/dialect.ts';
import type {
  Consultation,
  ConsultationPerson,
  DateChange,
  LateReason,
  SurveyVersion,
  TeamMember,
} from '../db/schema.ts';
import { hasAny, type Who } from '../people/roles.ts';

export function findConsultation(db: Db, id: string): Promise<Consultation | undefined> {
  return db.selectFrom('consultations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Reads it and keeps others from changing what hangs on it until the transaction ends. */
export function lockConsultation(tx: Db, id: string): Promise<Consultation | undefined> {
  return forUpdate(tx, tx.selectFrom('consultations').selectAll().where('id', '=', id)).executeTakeFirst();
}

export function findBySlug(db: Db, slug: string): Promise<Consultation | undefined> {
  return db.selectFrom('consultations').selectAll().where('slug', '=', slug).executeTakeFirst();
}

/** Every consultation that was published, whatever its dates. */
export function listPublished(db: Db): Promise<Consultation[]> {
  return db
    .selectFrom('consultations')
    .selectAll()
    .where('id', 'in', eb => eb.selectFrom('publications').select('subject_id').where('kind', '=', 'consultation'))
    .orderBy('closes_on')
    .execute();
}

export function listAll(db: Db): Promise<Consultation[]> {
  return db.selectFrom('consultations').selectAll().orderBy('closes_on').execute();
}

/** What an officer may see on the desk: what their organisation leads, and what they are on the team of. */
export function listForOfficer(db: Db, who: Who): Promise<Consultation[]> {
  const all = db.selectFrom('consultations').selectAll().orderBy('closes_on');
  if (hasAny(who, ['administrator'])) return all.execute();
  return all
    .where(eb =>
      eb.or([
        eb('organisation_id', '=', who.organisationId),
        eb('id', 'in', eb.selectFrom('team_members').select('consultation_id').where('person_id', '=', who.id)),
      ]),
    )
    .execute();
}

/** The consultation when this officer may see it on the desk; missing and forbidden look alike. */
export async function findForOfficer(db: Db, who: Who, id: string): Promise<Consultation | null> {
  const row = await findConsultation(db, id);
  return row && (await maySee(db, who, row)) ? row : null;
}

/** The consultation when this officer is on its team: those alone read what families wrote. */
export async function findForTeam(db: Db, who: Who, id: string): Promise<Consultation | null> {
  const row = await findConsultation(db, id);
  return row && (await isOnTeam(db, who.id, id)) ? row : null;
}

async function maySee(db: Db, who: Who, row: Consultation): Promise<boolean> {
  if (hasAny(who, ['administrator']) || row.organisation_id === who.organisationId) return true;
  return isOnTeam(db, who.id, row.id);
}

export async function isOnTeam(db: Db, personId: string, consultationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('team_members')
    .select('person_id')
    .where('consultation_id', '=', consultationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function addTeamMember(db: Db, row: TeamMember): Promise<void> {
  await db
    .insertInto('team_members')
    .values(row)
    .onConflict(conflict => conflict.columns(['consultation_id', 'person_id']).doNothing())
    .execute();
}

export function listTeam(db: Db, consultationId: string): Promise<{ id: string; name: string; post: string }[]> {
  return db
    .selectFrom('team_members')
    .innerJoin('people', 'people.id', 'team_members.person_id')
    .select(['people.id', 'people.name', 'people.post'])
    .where('team_members.consultation_id', '=', consultationId)
    .orderBy('people.name')
    .execute();
}

export async function addConsultation(db: Db, row: Consultation): Promise<void> {
  await db.insertInto('consultations').values(row).execute();
}

export async function updateConsultation(db: Db, id: string, change: Partial<Omit<Consultation, 'id'>>): Promise<void> {
  await db.updateTable('consultations').set(change).where('id', '=', id).execute();
}

export function listConsultationPeople(db: Db, consultationId: string): Promise<ConsultationPerson[]> {
  return db
    .selectFrom('consultation_people')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('position')
    .execute();
}

/** Puts a new list of people in the place of the old one. */
export async function replaceConsultationPeople(
  db: Db,
  consultationId: string,
  rows: readonly ConsultationPerson[],
): Promise<void> {
  await db.deleteFrom('consultation_people').where('consultation_id', '=', consultationId).execute();
  if (rows.length > 0)
    await db
      .insertInto('consultation_people')
      .values([...rows])
      .execute();
}

export function listDateChanges(db: Db, consultationId: string): Promise<DateChange[]> {
  return db
    .selectFrom('date_changes')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('changed_at')
    .execute();
}

export async function addDateChange(db: Db, row: DateChange): Promise<void> {
  await db.insertInto('date_changes').values(row).execute();
}

/** Keeps the first reason that was given for a missed promise: the public has read it. */
export async function addLateReason(db: Db, row: LateReason): Promise<void> {
  await db
    .insertInto('late_reasons')
    .values(row)
    .onConflict(conflict => conflict.columns(['consultation_id', 'promise']).doNothing())
    .execute();
}

/** The survey version being written, or the published one when there is no newer draft. */
export function latestVersion(db: Db, consultationId: string): Promise<SurveyVersion | undefined> {
  return db
    .selectFrom('survey_versions')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The version that families answer now. */
export function publishedVersion(db: Db, consultationId: string): Promise<SurveyVersion | undefined> {
  return db
    .selectFrom('survey_versions')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('published_at', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The survey that families answer now, as JSON, by consultation. */
export async function publishedDefinitions(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('survey_versions')
    .select(['consultation_id', 'definition'])
    .where('number', '=', eb =>
      eb
        .selectFrom('survey_versions as newest')
        .select(of => of.fn.max('newest.number').as('number'))
        .whereRef('newest.consultation_id', '=', 'survey_versions.consultation_id')
        .where('newest.published_at', 'is not', null),
    )
    .execute();
  return new Map(rows.map(row => [row.consultation_id, row.definition]));
}

export async function listAcknowledgementDays(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('acknowledgements')
    .select(['consultation_id', 'acknowledged_at'])
    .where('consultation_id', 'in', [...ids])
    .execute();
}

export async function listLateReasons(db: Db, ids: readonly string[]): Promise<LateReason[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('late_reasons')
    .selectAll()
    .where('consultation_id', 'in', [...ids])
    .execute();
}

/** The slugs that are this one or start with it. */
export async function slugsLike(db: Db, slug: string): Promise<Set<string>> {
  const rows = await db.selectFrom('consultations').select('slug').where('slug', 'like', `${slug}%`).execute();
  return new Set(rows.map(row => row.slug));
}
