import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Publication } from '../db/schema.ts';

export type PublicationKind = 'consultation' | 'outcomes' | 'service-change';

/** Adds a version of a public page; the earlier ones stay. Gives the new version's number, from 1. */
export async function addPublication(
  db: Db,
  given: { kind: PublicationKind; subjectId: string; content: unknown; personId: string; now: string },
): Promise<number> {
  const latest = await latestPublication(db, given.kind, given.subjectId);
  const version = (latest?.version ?? 0) + 1;
  await db
    .insertInto('publications')
    .values({
      id: randomId(),
      kind: given.kind,
      subject_id: given.subjectId,
      version,
      content: JSON.stringify(given.content),
      published_at: given.now,
      published_by: given.personId,
    })
    .execute();
  return version;
}

export function latestPublication(db: Db, kind: PublicationKind, subjectId: string): Promise<Publication | undefined> {
  return db
    .selectFrom('publications')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Every version of these pages, oldest first, without their contents. */
export async function publicationDates(
  db: Db,
  kinds: readonly PublicationKind[],
  subjectIds: readonly string[],
): Promise<Omit<Publication, 'content'>[]> {
  if (subjectIds.length === 0) return [];
  return db
    .selectFrom('publications')
    .select(['id', 'kind', 'subject_id', 'version', 'published_at', 'published_by'])
    .where('kind', 'in', [...kinds])
    .where('subject_id', 'in', [...subjectIds])
    .orderBy('version')
    .execute();
}

/** The latest version of every page of one kind, or of those among `subjectIds` alone. */
export async function latestPublications(
  db: Db,
  kind: PublicationKind,
  subjectIds?: readonly string[],
): Promise<Publication[]> {
  if (subjectIds?.length === 0) return [];
  return db
    .selectFrom('publications as one')
    .selectAll('one')
    .where('one.kind', '=', kind)
    .$if(subjectIds !== undefined, query => query.where('one.subject_id', 'in', [...(subjectIds ?? [])]))
    .where('one.version', '=', eb =>
      eb
        .selectFrom('publications as other')
        .select(({ fn }) => fn.max('other.version').as('newest'))
        .whereRef('other.kind', '=', 'one.kind')
        .whereRef('other.subject_id', '=', 'one.subject_id'),
    )
    .execute();
}
