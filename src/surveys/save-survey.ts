import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { latestVersion, lockConsultation } from '../consultations/queries.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { parseDefinition, readDefinition, type Definition } from './definition.ts';
import { editDetail } from './edit-detail-rules.ts';
import { keepEdit } from './keep-edit.ts';
import { publishedVersions } from './queries.ts';
import { withoutDangling } from './routing.ts';

/** The version is not there to be changed any more: somebody published or discarded it meanwhile. Nothing was saved. */
export class VersionIsGone extends Error {}

/** Somebody else changed this meanwhile, so that saving would lose what they wrote. Nothing was saved. */
export class ChangedMeanwhile extends Error {}

/** The change would make something that is no survey, such as one with too many questions. Nothing was saved. */
export class NotASurvey extends Error {
  readonly errors: string[];
  constructor(errors: string[]) {
    super('That is not a survey.');
    this.errors = errors;
  }
}

/** `name`: what Undo calls it, where saying what it changes would take many words. */
type Doing = { versionId?: string; name?: string };

/**
 * Changes the questions of a version that is not published yet: of `versionId`, or of the one being written. `change`
 * gets it as it stands, and every published version, newest first. Rules that then name what is gone are taken out: gives
 * the ids of the questions that had them. Throws VersionIsGone and NotASurvey.
 */
export function changeSurvey(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  consultationId: string,
  change: (definition: Definition, published: Definition[]) => Definition,
  now: Temporal.Instant,
  { versionId, name }: Doing = {},
): Promise<string[]> {
  const subject = { kind: 'consultation', id: consultationId };
  const detail: Record<string, string> = {};
  return act(db, { person: who, act: 'edit survey', subject, detail, now }, async tx => {
    await lockConsultation(tx, consultationId);
    const version = await latestVersion(tx, consultationId);
    if (!version || (versionId !== undefined && version.id !== versionId)) throw new VersionIsGone();
    const published = await publishedVersions(tx, consultationId);
    const before = readDefinition(version.definition);
    const changed = change(
      before,
      published.map(each => readDefinition(each.definition)),
    );
    const { definition, touched } = withoutDangling(changed);
    const parsed = parseDefinition(JSON.stringify(definition));
    if (!parsed.ok) throw new NotASurvey(parsed.errors.map(each => each.message));
    if (!(await keepEdit(tx, who, version, definition, now, name))) throw new VersionIsGone();
    Object.assign(detail, editDetail(before, definition));
    return touched;
  });
}
