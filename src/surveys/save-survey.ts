import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { latestVersion, lockConsultation } from '../consultations/queries.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { readDefinition, type Definition } from './definition.ts';
import { saveDefinition } from './queries.ts';

/** The survey is published, so its questions stay as they are: people may have answered them. */
export class SurveyIsPublished extends Error {}

/**
 * Changes the questions of a survey that is not published yet. `change` gets the survey as it stands and gives the new
 * one. Throws SurveyIsPublished.
 */
export function changeSurvey(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  consultationId: string,
  change: (definition: Definition) => Definition,
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: consultationId };
  return act(db, { person: who, act: 'edit survey', subject, now }, async tx => {
    await lockConsultation(tx, consultationId);
    const version = await latestVersion(tx, consultationId);
    if (!version) throw new Error('A consultation has a survey.');
    const changed = JSON.stringify(change(readDefinition(version.definition)));
    if (!(await saveDefinition(tx, version.id, changed))) throw new SurveyIsPublished('The survey is published.');
  });
}
