/** What an uploaded file is, by its first bytes: names and what a browser says of them prove nothing. */

export type MediaKind = 'picture' | 'video' | 'audio';
export type FileType = { kind: MediaKind; mime: string };

/** How many bytes `recognise` wants to see. */
export const HEAD_BYTES = 256;

/** The kinds of file that browsers play, and what to do with files that are nearly one of them. */
export const takenFiles =
  'Choose a picture (PNG, JPEG, WebP), a video (MP4, WebM) or a recording (MP3, M4A, Ogg, WAV).';
export const notTaken = `We cannot use this file. ${takenFiles}`;

/** Null: none that we take. */
export function recognise(head: Uint8Array): FileType | null {
  const found = signs.find(sign => sign.is(head));
  return found ? { kind: found.kind, mime: found.mime } : null;
}

type Sign = FileType & { is(head: Uint8Array): boolean };

const text = (head: Uint8Array, from: number, to: number): string =>
  Array.from(head.subarray(from, to), byte => String.fromCharCode(byte)).join('');
const startsWith = (head: Uint8Array, ...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
const riff = (head: Uint8Array, form: string): boolean => text(head, 0, 4) === 'RIFF' && text(head, 8, 12) === form;
const brand = (head: Uint8Array): string => (text(head, 4, 8) === 'ftyp' ? text(head, 8, 12) : '');

// Apple's own 'qt  ' and pictures in the same box (heic, avif) are not among them.
const VIDEO_BRAND = /^(iso[m2-9]|mp4[12]|avc1|M4V |MSNV|dash|3gp[4-7])$/;
const AUDIO_BRAND = /^M4[AB] $/;

const signs: Sign[] = [
  { kind: 'picture', mime: 'image/png', is: head => startsWith(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { kind: 'picture', mime: 'image/jpeg', is: head => startsWith(head, 0xff, 0xd8, 0xff) },
  { kind: 'picture', mime: 'image/webp', is: head => riff(head, 'WEBP') },
  { kind: 'video', mime: 'video/mp4', is: head => VIDEO_BRAND.test(brand(head)) },
  { kind: 'video', mime: 'video/webm', is: isWebm },
  { kind: 'audio', mime: 'audio/mp4', is: head => AUDIO_BRAND.test(brand(head)) },
  { kind: 'audio', mime: 'audio/wav', is: head => riff(head, 'WAVE') },
  { kind: 'audio', mime: 'audio/ogg', is: isOggAudio },
  { kind: 'audio', mime: 'audio/mpeg', is: isMp3 },
];

/** Matroska's container with 'webm' as its document type. */
function isWebm(head: Uint8Array): boolean {
  return startsWith(head, 0x1a, 0x45, 0xdf, 0xa3) && text(head, 4, 64).includes('\x42\x82\x84webm');
}

function isOggAudio(head: Uint8Array): boolean {
  return text(head, 0, 4) === 'OggS' && /^(OpusHead|\x01vorbis|\x7fFLAC|Speex {3})/.test(text(head, 28, 36));
}

/** A tag, or the first frame: eleven set bits, layer III, a real version, rate and frequency. */
function isMp3(head: Uint8Array): boolean {
  if (text(head, 0, 3) === 'ID3') return true;
  const [sync = 0, kind = 0, rate = 0] = head;
  const isLayer3 = sync === 0xff && (kind & 0xe6) === 0xe2 && (kind & 0x18) !== 0x08;
  return isLayer3 && (rate & 0xf0) !== 0xf0 && (rate & 0xf0) !== 0 && (rate & 0x0c) !== 0x0c;
}
