import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { lockConsultation } from '../consultations/queries.ts';
import type { Media, Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { mediaIn } from './media-rules.ts';
import { deleteMedia, listDefinitions, updateWords, type MediaWords } from './queries.ts';

/** A version of the survey shows the file, so it stays. */
export class FileIsUsed extends Error {}

/** Puts other words to a file: it may be published, and words may need repair. */
export function changeWords(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  row: Media,
  words: MediaWords,
  now: Temporal.Instant,
): Promise<void> {
  return act(db, doing(who, `change words of ${row.kind}`, row, now), tx => updateWords(tx, row.id, words));
}

/** Takes a file away for good. Throws FileIsUsed. */
export function removeFile(db: Kysely<Schema>, who: Pick<Who, 'id'>, row: Media, now: Temporal.Instant): Promise<void> {
  return act(db, doing(who, `remove ${row.kind}`, row, now), async tx => {
    await lockConsultation(tx, row.consultation_id);
    const definitions = await listDefinitions(tx, row.consultation_id);
    if (definitions.some(each => mediaIn(JSON.parse(each)).includes(row.id))) throw new FileIsUsed('A file is used.');
    await deleteMedia(tx, row.id);
  });
}

const doing = (person: Pick<Who, 'id'>, words: string, row: Media, now: Temporal.Instant) => ({
  person,
  act: words,
  subject: { kind: 'consultation', id: row.consultation_id },
  detail: { file: row.id },
  now,
});
