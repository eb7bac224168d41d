import { createReadStream } from 'node:fs';
import type { Db } from '../db/dialect.ts';
import type { Range } from './range-rules.ts';
import { readPart } from './queries.ts';

/** A file is kept in parts of this many bytes; the last may be shorter. */
export const PART_BYTES = 256 * 1024;

/** A file on disk, part by part. */
export async function* partsOfFile(path: string): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const piece of createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>) {
    kept.push(piece);
    size += piece.byteLength;
    if (size < PART_BYTES) continue;
    const all = Buffer.concat(kept);
    yield all.subarray(0, PART_BYTES);
    kept = [all.subarray(PART_BYTES)];
    size -= PART_BYTES;
  }
  if (size > 0) yield Buffer.concat(kept);
}

/** Bytes in memory, part by part. */
export function* partsOfBytes(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}

/** A stretch of a kept file as a stream: a part is read when the one before it has gone out. */
export function streamOf(db: Db, id: string, { from, to }: Range): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream(
    {
      async pull(controller) {
        const n = Math.floor(at / PART_BYTES);
        const start = n * PART_BYTES;
        const part = await readPart(db, id, n);
        controller.enqueue(new Uint8Array(part.subarray(at - start, Math.min(to + 1 - start, PART_BYTES))));
        at = start + PART_BYTES;
        if (at > to) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}
