import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { lockVersions } from './lock-versions.ts';
import { lastEdit, saveDefinition, turnEdit } from './queries.ts';
import { ChangedMeanwhile, VersionIsGone } from './save-survey.ts';

export type Step = 'undo' | 'redo';
/** `n`: the change that the officer saw as the last one. */
type Given = { consultationId: string; versionId: string; n: number };

/**
 * Undoes the last change of a survey, or does the last one that was undone again. Throws VersionIsGone, and ChangedMeanwhile
 * when somebody has changed the survey since.
 */
export function stepBack(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { consultationId, versionId, n }: Given,
  step: Step,
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: consultationId };
  return act(db, { person: who, act: `${step} a change of the survey`, subject, now }, async tx => {
    const { latest } = await lockVersions(tx, consultationId, now);
    if (latest?.id !== versionId || latest.published_at !== null) throw new VersionIsGone();
    const edit = await lastEdit(tx, versionId, step === 'undo' ? 'done' : 'undone');
    if (edit?.n !== n) throw new ChangedMeanwhile();
    await saveDefinition(tx, versionId, edit.definition);
    const undone_at = step === 'undo' ? now.toString({ smallestUnit: 'millisecond' }) : null;
    await turnEdit(tx, { ...edit, definition: latest.definition, undone_at });
  });
}
