import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { forgetTraces } from '../../src/media/forget-traces.ts';

const folder = mkdtempSync(join(tmpdir(), 'said-and-done-traces-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function forgotten(bytes: Buffer, mime: string): Promise<Buffer> {
  const path = join(folder, 'file');
  writeFileSync(path, bytes);
  await forgetTraces(path, bytes.byteLength, mime);
  return readFileSync(path);
}

const PLACE = '+52.1920-002.2200/';

function box(name: string, ...parts: (Buffer | string)[]): Buffer {
  const inside = Buffer.concat(parts.map(part => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + inside.byteLength, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** A box whose length takes 64 bits. */
function wideBox(name: string, inside: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1, 0);
  head.write(name, 4, 'latin1');
  head.writeBigUInt64BE(BigInt(16 + inside.length), 8);
  return Buffer.concat([head, Buffer.from(inside)]);
}

const empty = (inside: number) => box('free', Buffer.alloc(inside));

describe('an MP4', () => {
  const start = box('ftyp', 'isom', '\0\0\x02\0', 'isommp41');
  const samples = box('mdia', box('hdlr', 'vide'), box('stbl', 'udta and meta are only words here'));
  const film = (...notes: [Buffer, Buffer, Buffer]) =>
    Buffer.concat([
      start,
      wideBox('mdat', 'pictures and sound'),
      box('moov', box('mvhd', 'length'), box('trak', box('tkhd', 'size'), samples, notes[0]), notes[1], notes[2]),
    ]);

  test('loses its place and its maker, and not a byte of all else', async () => {
    const place = box('udta', box('\xa9xyz', PLACE), box('loci', PLACE));
    const keys = box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', PLACE));
    const maker = box('udta', box('\xa9mak', 'Kamera'));
    const kept = await forgotten(film(maker, place, keys), 'video/mp4');
    expect(kept.equals(film(...([maker, place, keys].map(each => empty(each.length - 8)) as [Buffer, Buffer, Buffer])))).toBe(true); // prettier-ignore
    expect(kept.includes(PLACE)).toBe(false);
    expect(kept.includes('Kamera')).toBe(false);
  });

  test('loses it too where it lies at the end of the file, or is long', async () => {
    const long = box('udta', PLACE.repeat(10_000));
    const kept = await forgotten(Buffer.concat([start, long, wideBox('uuid', PLACE)]), 'audio/mp4');
    expect(kept.byteLength).toBe(start.byteLength + long.byteLength + 16 + PLACE.length);
    expect(kept.includes(PLACE)).toBe(false);
    expect(kept.subarray(0, start.byteLength).equals(start)).toBe(true);
  });

  test('whose lengths are nonsense stays as it is', async () => {
    for (const length of [2, 7, 0xffffff]) {
      const odd = box('moov', 'words');
      odd.writeUInt32BE(length, 0);
      const bytes = Buffer.concat([start, odd]);
      expect((await forgotten(bytes, 'video/mp4')).equals(bytes), String(length)).toBe(true);
    }
  });
});

describe('an MP3', () => {
  const frames = Buffer.concat([Buffer.of(0xff, 0xfb, 0x90, 0), Buffer.alloc(413, 'sound')]);
  const tag = (flags: number, inside: Buffer) =>
    Buffer.concat([Buffer.from('ID3\x04\0'), Buffer.of(flags, 0, 0, inside.length >> 7, inside.length & 127), inside]);
  const old = (inside: string) => Buffer.concat([Buffer.from('TAG'), Buffer.from(inside.padEnd(125, '\0'))]);

  test('keeps its sound and its length, and loses what its tags say', async () => {
    const words = Buffer.from(`TXXX location ${PLACE} `.repeat(8));
    const kept = await forgotten(Buffer.concat([tag(0x40, words), frames, old('Made at home')]), 'audio/mpeg');
    expect(kept.equals(Buffer.concat([tag(0, Buffer.alloc(words.length)), frames, old('')]))).toBe(true);
  });

  test('without tags stays as it is', async () => {
    expect((await forgotten(frames, 'audio/mpeg')).equals(frames)).toBe(true);
  });

  test('with a tag that says it is longer than the file does not grow', async () => {
    const bytes = tag(0, Buffer.from(PLACE)).fill(0x7f, 6, 10);
    expect(await forgotten(bytes, 'audio/mpeg')).toHaveLength(bytes.byteLength);
  });
});
