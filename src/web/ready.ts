import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ctx } from './context.ts';

/** An answer that is ready to send: rendered and compressed. */
export type Ready = { etag: string; type: string; plain: Buffer; gzip: Buffer; brotli: Buffer; packed: boolean };

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Compresses off the serving thread. */
export async function makeReady(html: string, etag: string): Promise<Ready> {
  const plain = Buffer.from(html);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  const [gzipped, brotli] = await Promise.all([toGzip(plain), toBrotli(plain, { params })]);
  return { etag, type: 'text/html; charset=utf-8', plain, gzip: gzipped, brotli, packed: true };
}

/** Sends what the browser takes: brotli, gzip or as it is; 304 when it has it already. */
export function sendReady(c: Ctx, ready: Ready, cacheControl: string): Response {
  const headers: Record<string, string> = { 'content-type': ready.type, 'cache-control': cacheControl };
  if (ready.etag) {
    headers['etag'] = ready.etag;
    if (c.req.header('if-none-match')?.includes(ready.etag)) return c.body(null, 304, headers);
  }
  if (!ready.packed) return c.body(bytes(ready.plain), 200, headers);
  headers['vary'] = 'Accept-Encoding, Cookie';
  const accepts = c.req.header('accept-encoding') ?? '';
  const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : null;
  if (encoding) headers['content-encoding'] = encoding;
  const body = encoding === 'br' ? ready.brotli : encoding === 'gzip' ? ready.gzip : ready.plain;
  return c.body(bytes(body), 200, headers);
}

const bytes = (buffer: Buffer) => buffer as Uint8Array<ArrayBuffer>;
