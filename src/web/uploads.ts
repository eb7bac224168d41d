import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Ctx } from './context.ts';
import { badRequest, PageError } from './errors.ts';
import { cleanText, type Typed } from './forms.ts';

/** A file that was sent, on disk until the request is answered. Its name is not kept: it proves nothing. */
export type SentFile = { path: string; size: number };
export type Upload = { typed: Typed; files: ReadonlyMap<string, SentFile> };

/** The largest file. The form around it may add a little. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

const limits = {
  fileSize: MOST_FILE_BYTES,
  files: 5,
  fields: 100,
  parts: 105,
  fieldNameSize: 100,
  fieldSize: 1024 ** 2,
};

/**
 * Reads a form with files, piece by piece onto the disk, and removes them when `use` is done. Anything but such a form
 * is refused with 415, a broken one with 400, too much of one with 413.
 */
export async function withUpload<T>(c: Ctx, use: (upload: Upload) => Promise<T>): Promise<T> {
  const type = c.req.header('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) throw new PageError(415, 'wrong-type');
  const folder = await mkdtemp(join(tmpdir(), 'said-and-done-upload-'));
  try {
    const upload = await receive(c, type, folder);
    c.set('typed', upload.typed);
    return await use(upload);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first `count` bytes of a file, or all that there are. */
export async function headOf({ path }: SentFile, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function receive(c: Ctx, type: string, folder: string): Promise<Upload> {
  const typed: Typed = Object.create(null) as Typed;
  const files = new Map<string, SentFile>();
  const parser = parserFor(type);
  const work: Promise<void>[] = [];
  parser.on('field', (name, value, info) => {
    if (info.nameTruncated || info.valueTruncated) parser.destroy(tooLarge());
    (typed[cleanText(name)] ??= []).push(cleanText(value));
  });
  parser.on('file', (name, stream) => {
    work.push(keep(stream, join(folder, String(work.length))).then(file => void (file && files.set(name, file))));
  });
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => parser.destroy(tooLarge()));
  }
  const body = c.req.raw.body ?? new Blob([]).stream();
  const parsed = await settle(pipeline(Readable.fromWeb(body as never), parser));
  const kept = await Promise.all(work.map(settle));
  const error = [parsed, ...kept].find(each => each !== null);
  if (error) throw error instanceof PageError ? error : badRequest();
  return { typed, files };
}

function parserFor(type: string): busboy.Busboy {
  try {
    return busboy({ headers: { 'content-type': type }, limits });
  } catch {
    throw badRequest();
  }
}

const tooLarge = () => new PageError(413, 'too-large');

/** Null when all went well; what is thrown when it did not. Nothing is left to fail unheard. */
const settle = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error ?? badRequest(),
  );

/** Null for an empty one: a field in which no file was chosen. */
async function keep(stream: Readable & { truncated?: boolean }, path: string): Promise<SentFile | null> {
  await pipeline(stream, createWriteStream(path));
  if (stream.truncated) throw tooLarge();
  const { size } = await stat(path);
  return size > 0 ? { path, size } : null;
}
