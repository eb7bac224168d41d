import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema } from '../db/schema.ts';
import { missingFiles } from '../media/shown.ts';
import type { Who } from '../people/roles.ts';
import { standsInTheWay } from './change-rules.ts';
import { readDefinition } from './definition.ts';
import { isNewVersion, lockVersions } from './lock-versions.ts';
import { publishedVersions, publishSurveyVersion } from './queries.ts';
import { VersionIsGone } from './save-survey.ts';

/** Publishing was refused: `why` says what stands in the way. Nothing was changed. */
export class NotReady extends Error {
  readonly why: string[];
  constructor(why: string[]) {
    super('The new version cannot be published yet.');
    this.why = why;
  }
}

/**
 * Puts a new version in the place of the one that families answer. The words of the consultation's page stay as they
 * were published. Throws NotReady and VersionIsGone.
 */
export function publishVersion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  given: { consultationId: string; versionId: string },
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: given.consultationId };
  return act(db, { person: who, act: 'publish a new version of the survey', subject, now }, async tx => {
    const { latest, closed } = await lockVersions(tx, given.consultationId, now);
    if (latest?.id !== given.versionId || !isNewVersion(latest) || closed) throw new VersionIsGone();
    const published = await publishedVersions(tx, given.consultationId);
    const definition = readDefinition(latest.definition);
    const before = published.map(each => readDefinition(each.definition));
    const files = await missingFiles(tx, given.consultationId, definition);
    const why = [...standsInTheWay(definition, before), ...files];
    if (why.length > 0) throw new NotReady(why);
    await publishSurveyVersion(tx, latest.id, now.toString({ smallestUnit: 'millisecond' }));
  });
}
