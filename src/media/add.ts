import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Media, Schema } from '../db/schema.ts';
import { randomId } from '../db/ids.ts';
import type { Who } from '../people/roles.ts';
import type { FileType } from './file-rules.ts';
import { forgetTraces } from './forget-traces.ts';
import { PART_BYTES, partsOfBytes, partsOfFile } from './parts.ts';
import { addMedia, addPart } from './queries.ts';
import { smallPicture } from './small-picture.ts';

export type NewFile = {
  consultationId: string;
  /** Where the file lies on disk, how long it is, and what its first bytes say it is. */
  path: string;
  size: number;
  type: FileType;
  alt: string;
  language: string;
  now: Temporal.Instant;
};

type Source = Pick<Media, 'mime' | 'bytes' | 'width' | 'height'> & { parts: Iterable<Buffer> | AsyncIterable<Buffer> };

/** Keeps an uploaded file with a consultation and gives its id. Throws UnreadablePicture. */
export async function addFile(db: Kysely<Schema>, who: Pick<Who, 'id'>, file: NewFile): Promise<string> {
  const { parts, ...source } = await sourceOf(file);
  const { consultationId, now, alt, language } = file;
  const id = randomId();
  const words = { alt, language, transcript: '', captions: null };
  const made = { made_at: now.toString({ smallestUnit: 'millisecond' }), made_by: who.id };
  const row = { id, consultation_id: consultationId, kind: file.type.kind, ...source, ...words, ...made };
  const subject = { kind: 'consultation', id: consultationId };
  const doing = { person: who, act: `add ${file.type.kind}`, subject, detail: { file: id }, now };
  await act(db, doing, async tx => {
    await addMedia(tx, row);
    let n = 0;
    for await (const part of parts) await addPart(tx, id, n++, part);
    if (n !== Math.ceil(row.bytes / PART_BYTES)) throw new Error('A file has to arrive whole.');
  });
  return id;
}

/** Pictures are drawn anew; videos and recordings stay as they came, but for what they say of where they were made. */
async function sourceOf({ path, size, type }: NewFile): Promise<Source> {
  if (type.kind !== 'picture') {
    await forgetTraces(path, size, type.mime);
    return { mime: type.mime, bytes: size, width: null, height: null, parts: partsOfFile(path) };
  }
  const { bytes, width, height } = await smallPicture(path);
  return { mime: 'image/webp', bytes: bytes.byteLength, width, height, parts: partsOfBytes(bytes) };
}
