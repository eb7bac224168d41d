import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Ctx } from './context.ts';

type Headers = Readonly<Record<string, string>>;
type Variant = { body: Uint8Array<ArrayBuffer>; headers: Headers };

/** An answer that is ready to send: rendered and compressed, its headers put together. */
export type Ready = { etag: string; headers: Headers; plain: Variant; gzip: Variant; brotli: Variant };

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Makes bytes ready, off the serving thread. What is packed already (a font) is sent as it is. */
export async function makeReady(bytes: Buffer, headers: Headers, etag = '', packed = false): Promise<Ready> {
  const all = { ...headers, ...(etag ? { etag } : {}), ...(packed ? {} : { vary: 'Accept-Encoding, Cookie' }) };
  const plain = variant(bytes, all);
  if (packed) return { etag, headers: all, plain, gzip: plain, brotli: plain };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  const [gzipped, brotli] = await Promise.all([toGzip(bytes), toBrotli(bytes, { params })]);
  return { etag, headers: all, plain, gzip: variant(gzipped, all, 'gzip'), brotli: variant(brotli, all, 'br') };
}

function variant(bytes: Buffer, headers: Headers, encoding?: string): Variant {
  const body = bytes as Uint8Array<ArrayBuffer>;
  const length = { 'content-length': String(bytes.byteLength) };
  return {
    body,
    headers: encoding ? { ...headers, ...length, 'content-encoding': encoding } : { ...headers, ...length },
  };
}

/** Sends what the browser takes: brotli, gzip or as it is; 304 when it has it already. */
export function sendReady(c: Ctx, ready: Ready): Response {
  c.set('headersAreSet', true);
  if (ready.etag && c.req.header('if-none-match')?.includes(ready.etag)) {
    return new Response(null, { status: 304, headers: ready.headers });
  }
  const accepts = c.req.header('accept-encoding') ?? '';
  const { body, headers } = accepts.includes('br') ? ready.brotli : accepts.includes('gzip') ? ready.gzip : ready.plain;
  return new Response(body, { status: 200, headers });
}
