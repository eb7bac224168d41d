import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema, SurveyVersion } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Definition } from './definition.ts';
import { lockVersions } from './lock-versions.ts';
import { replaceDefinition } from './queries.ts';
import { VersionIsGone } from './save-survey.ts';

type Given = { consultationId: string; versionId: string };

/** Puts a whole definition in the place of the old one, which is kept to be put back. Throws VersionIsGone. */
export function writeDefinition(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  given: Given & { definition: Definition },
  now: Temporal.Instant,
): Promise<void> {
  return replace(db, { who, act: 'write the survey as a definition', now }, given, () =>
    JSON.stringify(given.definition),
  );
}

/** Puts the definition back that was there before, and keeps the other: nothing is lost. Throws VersionIsGone. */
export function putBackDefinition(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  given: Given,
  now: Temporal.Instant,
): Promise<void> {
  const doing = { who, act: 'put the survey’s former definition back', now };
  return replace(db, doing, given, ({ previous_definition }) => previous_definition);
}

function replace(
  db: Kysely<Schema>,
  { who, act: words, now }: { who: Pick<Who, 'id'>; act: string; now: Temporal.Instant },
  { consultationId, versionId }: Given,
  instead: (version: SurveyVersion) => string | null,
): Promise<void> {
  const subject = { kind: 'consultation', id: consultationId };
  return act(db, { person: who, act: words, subject, now }, async tx => {
    const { latest } = await lockVersions(tx, consultationId, now);
    if (latest?.id !== versionId || latest.published_at !== null) throw new VersionIsGone();
    const definition = instead(latest);
    if (definition === null) throw new VersionIsGone();
    await replaceDefinition(tx, latest, definition);
  });
}
