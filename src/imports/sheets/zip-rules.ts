/** What a zip file says of itself, before any of it is made large. */
import { FileRefused } from '../import-rules.ts';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_557;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

// A spreadsheet of 250 questions is far below one megabyte.
const MOST_BYTES = 30 * 1024 * 1024;
const MOST_FILES = 500;
// An empty file is two bytes when it is made small.
const NOTHING = 2;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const DAMAGED = 'The spreadsheet is damaged, or only a part of it came. Open it, save it again, and choose it again.';
const BOMB =
  'The spreadsheet is not taken: it is made small so that it grows beyond measure. Save its questions in a new one.';

/**
 * The names of the files in it. Throws FileRefused for what is broken, or grows larger than a spreadsheet of questions:
 * whoever unpacks it stops each file at the size that is said here.
 */
export function filesIn(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = bytes.length - END_BYTES;
  const least = Math.max(0, bytes.length - LONGEST_COMMENT);
  while (at >= least && view.getUint32(at, true) !== END) at--;
  if (at < least) throw new FileRefused(DAMAGED);
  const count = view.getUint16(at + 10, true);
  if (count > MOST_FILES) throw new FileRefused(BOMB);
  const names: string[] = [];
  let total = 0;
  for (let n = 0, place = view.getUint32(at + 16, true); n < count; n++) {
    if (place + ENTRY_BYTES > bytes.length || view.getUint32(place, true) !== ENTRY) throw new FileRefused(DAMAGED);
    const [small, large] = [view.getUint32(place + 20, true), view.getUint32(place + 24, true)];
    total += large;
    if (total > MOST_BYTES || (large === 0 && small > NOTHING)) throw new FileRefused(BOMB);
    const length = view.getUint16(place + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(place + ENTRY_BYTES, place + ENTRY_BYTES + length)));
    place += ENTRY_BYTES + length + view.getUint16(place + 30, true) + view.getUint16(place + 32, true);
  }
  return names;
}
