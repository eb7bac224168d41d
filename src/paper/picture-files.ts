import sharp from 'sharp';
import type { Db } from '../db/dialect.ts';
import { streamOf } from '../media/parts.ts';
import { findMedia } from '../media/queries.ts';
import type { Paper } from './paper-rules.ts';

/** The pictures of a paper by their addresses, as base64 of PNG: a PDF takes no WebP. */
export type PictureFiles = Record<string, string>;

export async function picturesOf(db: Db, { parts }: Paper): Promise<PictureFiles> {
  const pictures = parts.flatMap(part => [part.picture, ...(part.asks ? part.ticks.map(tick => tick.picture) : [])]);
  const sources = [...new Set(pictures.flatMap(picture => picture?.src ?? []))];
  return Object.fromEntries(await Promise.all(sources.map(async src => [src, await pngOf(db, src)] as const)));
}

async function pngOf(db: Db, src: string): Promise<string> {
  const row = await findMedia(db, src.slice('/media/'.length));
  if (!row) throw new Error('A picture that is shown is there.');
  const bytes = await new Response(streamOf(db, row.id, { from: 0, to: row.bytes - 1 })).arrayBuffer();
  const png = await sharp(Buffer.from(bytes)).flatten({ background: '#ffffff' }).png({ palette: true }).toBuffer();
  return png.toString('base64');
}
