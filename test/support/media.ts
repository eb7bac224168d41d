import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Database } from '../../src/db/dialect.ts';
import { addFile as addUploaded, type NewFile } from '../../src/media/add.ts';
import { HEAD_BYTES, recognise } from '../../src/media/file-rules.ts';
import type { Visitor } from './visitor.ts';

// Small real files: a drawn picture, a tone, and two seconds of video that Chromium recorded from a canvas.

export const aVideo: Buffer = readFileSync(join(import.meta.dirname, '../media/signing.webm'));

export const someCaptions = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n\n00:01.000 --> 00:02.000\nWhat would help?\n';

/** A picture of one colour, with the place where it was taken in its EXIF. */
export function aPicture(type: 'png' | 'jpeg' | 'webp' = 'jpeg', width = 1200, height = 900): Promise<Buffer> {
  const exif = { IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitude: '52/1 11/1 0/1', GPSLatitudeRef: 'N' } };
  const background = { r: 11, g: 92, b: 94 };
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif(exif)
    .toFormat(type)
    .toBuffer();
}

/** Half a second of a tone: 8 kHz, 8 bits, one channel. */
export function aRecording(seconds = 0.5): Buffer {
  const rate = 8000;
  const samples = Buffer.from(Array.from({ length: rate * seconds }, (_, i) => 128 + Math.round(60 * Math.sin(i / 3))));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

type Given = Omit<NewFile, 'path' | 'size' | 'type' | 'language'>;

/** Keeps bytes with a consultation as an upload would; gives the file's id. */
export async function keepFile(db: Database, who: { id: string }, given: Given, bytes: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-file-'));
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  const type = recognise(bytes.subarray(0, HEAD_BYTES));
  if (!type) throw new Error('These bytes are none that we take.');
  const file = { ...given, path, size: bytes.byteLength, type, language: 'en' };
  return addUploaded(db.write, who, file).finally(() => rmSync(folder, { recursive: true }));
}

export type FormParts = Record<string, string | { bytes: Buffer | string; name: string }>;

/** Posts a form with files, as a browser does: it says how long the body is. */
export async function postFiles(visitor: Visitor, path: string, parts: FormParts): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([new Uint8Array(Buffer.from(value.bytes))]), value.name);
  }
  const { headers, body } = await encoded(form);
  return visitor.send(path, { method: 'POST', body, headers });
}

async function encoded(form: FormData): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const response = new Response(form);
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  return { body, headers: { 'content-type': type, 'content-length': String(body.byteLength) } };
}

/** Adds a file on the desk and gives its id. */
export async function addFile(
  officer: Visitor,
  consultationId: string,
  bytes: Buffer,
  alt = 'A teal square',
): Promise<string> {
  const path = `/desk/consultations/${consultationId}/media`;
  const response = await postFiles(officer, path, { file: { bytes, name: 'file' }, alt, language: 'en' });
  const location = response.headers.get('location') ?? '';
  const id = /(?:#file-|\/media\/)([\w-]{22})$/.exec(location)?.[1];
  if (!id) throw new Error(`Adding a file gave ${response.status}: ${(await response.text()).slice(0, 2000)}`);
  return id;
}
