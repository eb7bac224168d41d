import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { isNewVersion, lockVersions } from './lock-versions.ts';
import { deleteUnpublishedVersion } from './queries.ts';
import { VersionIsGone } from './save-survey.ts';

/** Throws a new version away that was not published. What families answer stays as it is. Throws VersionIsGone. */
export function discardVersion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  given: { consultationId: string; versionId: string },
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: given.consultationId };
  return act(db, { person: who, act: 'discard a new version of the survey', subject, now }, async tx => {
    const { latest } = await lockVersions(tx, given.consultationId, now);
    if (latest?.id !== given.versionId || !isNewVersion(latest)) throw new VersionIsGone();
    await deleteUnpublishedVersion(tx, latest.id);
  });
}
