import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { lockVersions } from './lock-versions.ts';
import { addSurveyVersion } from './queries.ts';
import { VersionIsGone } from './save-survey.ts';

/**
 * Makes the next version as a copy of the published one, so that its questions can be changed while families answer that
 * one. There is one such copy at a time. Throws VersionIsGone when there is one already, nothing is published, or the
 * consultation has closed.
 */
export function beginVersion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  consultationId: string,
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: consultationId };
  return act(db, { person: who, act: 'begin a new version of the survey', subject, now }, async tx => {
    const { latest, closed } = await lockVersions(tx, consultationId, now);
    if (!latest || latest.published_at === null || closed) throw new VersionIsGone();
    await addSurveyVersion(tx, {
      ...latest,
      id: randomId(),
      number: latest.number + 1,
      created_at: now.toString({ smallestUnit: 'millisecond' }),
      created_by: who.id,
      published_at: null,
    });
  });
}
