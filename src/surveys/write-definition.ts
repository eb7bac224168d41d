import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { parseDefinition, readDefinition, type Definition } from './definition.ts';
import { keepEdit } from './keep-edit.ts';
import { lockVersions } from './lock-versions.ts';
import { ChangedMeanwhile, NotASurvey, VersionIsGone } from './save-survey.ts';
import { fingerprint } from './fingerprint-rules.ts';

/** `was`: the stamp of the definition that the officer began with, where they began with one. `name`: what Undo calls it. */
type Given = { consultationId: string; versionId: string; definition: Definition; was?: string; name?: string };

/**
 * Puts a whole definition in the place of the old one, which can be undone. Throws NotASurvey, VersionIsGone, and
 * ChangedMeanwhile when the survey is not what it was.
 */
export async function writeDefinition(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { consultationId, versionId, definition, was = '', name }: Given,
  now: Temporal.Instant,
): Promise<void> {
  const parsed = parseDefinition(JSON.stringify(definition));
  if (!parsed.ok) throw new NotASurvey(parsed.errors.map(each => each.message));
  const subject = { kind: 'consultation', id: consultationId };
  const detail = name ? { brought: name } : {};
  return act(db, { person: who, act: 'write the survey as a definition', subject, detail, now }, async tx => {
    const { latest } = await lockVersions(tx, consultationId, now);
    if (latest?.id !== versionId || latest.published_at !== null) throw new VersionIsGone();
    if (was !== '' && was !== fingerprint(readDefinition(latest.definition))) throw new ChangedMeanwhile();
    if (!(await keepEdit(tx, who, latest, definition, now, name))) throw new VersionIsGone();
  });
}
