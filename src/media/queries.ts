import type { Db } from '../db/dialect.ts';
import type { Media } from '../db/schema.ts';

export async function addMedia(tx: Db, row: Media): Promise<void> {
  await tx.insertInto('media').values(row).execute();
}

/** Parts are counted from 0, and all but the last are of one size. */
export async function addPart(tx: Db, mediaId: string, n: number, bytes: Uint8Array): Promise<void> {
  await tx.insertInto('media_parts').values({ media_id: mediaId, n, bytes }).execute();
}

export function findMedia(db: Db, id: string): Promise<Media | undefined> {
  return db.selectFrom('media').selectAll().where('id', '=', id).executeTakeFirst();
}

export function listMedia(db: Db, consultationId: string): Promise<Media[]> {
  return db
    .selectFrom('media')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .orderBy('made_at')
    .orderBy('id')
    .execute();
}

/** Those of these files that belong to the consultation. */
export async function findMany(db: Db, consultationId: string, ids: readonly string[]): Promise<Media[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('media')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .where('id', 'in', [...ids])
    .execute();
}

export async function readPart(db: Db, mediaId: string, n: number): Promise<Uint8Array> {
  const part = db.selectFrom('media_parts').select('bytes').where('media_id', '=', mediaId).where('n', '=', n);
  return (await part.executeTakeFirstOrThrow()).bytes;
}

/** The same file with another consultation, under another id. */
export async function copyMedia(tx: Db, file: Media, copy: Media): Promise<void> {
  await addMedia(tx, copy);
  await tx
    .insertInto('media_parts')
    .columns(['media_id', 'n', 'bytes'])
    .expression(eb =>
      eb
        .selectFrom('media_parts')
        .select([eb.val(copy.id).as('media_id'), 'n', 'bytes'])
        .where('media_id', '=', file.id),
    )
    .execute();
}

export type MediaWords = Pick<Media, 'alt' | 'language' | 'transcript' | 'captions'>;

export async function updateWords(tx: Db, id: string, words: MediaWords): Promise<void> {
  await tx.updateTable('media').set(words).where('id', '=', id).execute();
}

export async function deleteMedia(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('media_parts').where('media_id', '=', id).execute();
  await tx.deleteFrom('media').where('id', '=', id).execute();
}

/** The questions of every version of the survey, published or not, as they are kept. */
export async function listDefinitions(db: Db, consultationId: string): Promise<string[]> {
  const versions = db.selectFrom('survey_versions').select('definition').where('consultation_id', '=', consultationId);
  return (await versions.execute()).map(row => row.definition);
}
