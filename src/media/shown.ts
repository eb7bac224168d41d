import { findForOfficer } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Definition } from '../surveys/definition.ts';
import type { Media } from '../db/schema.ts';
import { hasAny, type Who } from '../people/roles.ts';
import { latestPublication } from '../publications/queries.ts';
import type { MediaKind } from './file-rules.ts';
import { mediaIn, missingMedia, type Shown, type ShownMedia } from './media-rules.ts';
import { findMany, findMedia, readPart } from './queries.ts';

/** The files of the consultation that a definition refers to. One that was removed, or is another's, is missing. */
export async function mediaOf(db: Db, consultationId: string, definition: unknown): Promise<ShownMedia> {
  const rows = await findMany(db, consultationId, mediaIn(definition));
  return new Map(
    await Promise.all(rows.map(async row => [row.id, { ...asShown(row), inPage: await inPage(db, row) }] as const)),
  );
}

const SMALL_BYTES = 5 * 1024;

/** A small picture can come inside the page of its question: it costs no request of its own, and never comes late. */
async function inPage(db: Db, row: Media): Promise<string | null> {
  if (row.kind !== 'picture' || row.bytes > SMALL_BYTES) return null;
  return `data:${row.mime};base64,${Buffer.from(await readPart(db, row.id, 0)).toString('base64')}`;
}

/** What still has to be put right in a survey's files before publishing, in sentences for the officer. */
export async function missingFiles(db: Db, id: string, definition: Definition): Promise<string[]> {
  return missingMedia(definition, await mediaOf(db, id, definition));
}

export const asShown = (row: Media): Shown => ({
  kind: row.kind as MediaKind,
  src: `/media/${row.id}`,
  inPage: null,
  mime: row.mime,
  alt: row.alt,
  language: row.language,
  transcript: row.transcript,
  captions: row.captions === null ? null : `/media/${row.id}/captions`,
  width: row.width,
  height: row.height,
});

/** A file that this person may see: everybody once its consultation is published, before that its officers. */
export async function findVisible(
  db: Db,
  id: string,
  identify: () => Promise<Who | null>,
): Promise<{ row: Media; isPublic: boolean } | null> {
  const row = await findMedia(db, id);
  if (!row) return null;
  if (await latestPublication(db, 'consultation', row.consultation_id)) return { row, isPublic: true };
  const who = await identify();
  const isStaff = who !== null && hasAny(who, ['officer', 'administrator']);
  return isStaff && (await findForOfficer(db, who, row.consultation_id)) ? { row, isPublic: false } : null;
}
