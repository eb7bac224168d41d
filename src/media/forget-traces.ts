import { open, type FileHandle } from 'node:fs/promises';

/**
 * Blanks what an MP4 or MP3 on disk says of itself: its place, its maker, its title. All else stays where it is, byte by
 * byte, so that it plays as before. What runs along with the pictures of a video, as a track of its own, stays.
 */
export async function forgetTraces(path: string, size: number, mime: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    if (mime.endsWith('/mp4')) await emptyBoxes(file, 0, size, { left: MOST_BOXES });
    if (mime === 'audio/mpeg') await emptyTags(file, size);
  } finally {
    await file.close();
  }
}

// Boxes that hold boxes, as far as notes about the film may lie in them; and the boxes that such notes are kept in.
const INSIDE = new Set(['moov', 'trak', 'moof', 'traf']);
const NOTES = new Set(['udta', 'meta', 'uuid']);
const MOST_BOXES = 20_000;

/** ISO 14496-12: a box is its length, its four letters, and what is in it. One called 'free' is passed over. */
async function emptyBoxes(file: FileHandle, from: number, end: number, boxes: { left: number }): Promise<void> {
  let at = from;
  while (at + 8 <= end && boxes.left-- > 0) {
    const head = await read(file, at, 16);
    const short = head.readUInt32BE(0);
    const start = at + (short === 1 ? 16 : 8);
    const next = short === 0 ? end : at + (short === 1 ? Number(head.readBigUInt64BE(8)) : short);
    if (next < start || next > end) return;
    const name = head.toString('latin1', 4, 8);
    if (INSIDE.has(name)) await emptyBoxes(file, start, next, boxes);
    if (NOTES.has(name)) {
      await file.write('free', at + 4, 'latin1');
      await blank(file, start, next);
    }
    at = next;
  }
}

/** ID3: version 2 stands first and may hold padding alone, version 1 is the last 128 bytes. */
async function emptyTags(file: FileHandle, size: number): Promise<void> {
  const head = await read(file, 0, 10);
  if (head.toString('latin1', 0, 3) === 'ID3') {
    const length = head.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    const FOOTER = 0x10;
    await file.write(Buffer.of((head[5] ?? 0) & FOOTER), 0, 1, 5);
    await blank(file, 10, Math.min(10 + length, size));
  }
  const last = size - 128;
  if (last > 0 && (await read(file, last, 3)).toString('latin1') === 'TAG') await blank(file, last + 3, size);
}

/** Zeros behind the end of the file. */
async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  await file.read(bytes, 0, length, at);
  return bytes;
}

const ZEROS = Buffer.alloc(64 * 1024);

async function blank(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += ZEROS.byteLength) {
    await file.write(ZEROS, 0, Math.min(ZEROS.byteLength, to - at), at);
  }
}
