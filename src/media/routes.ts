import type { Media } from '../db/schema.ts';
import { identify } from '../people/identify.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { param, type Site } from '../web/site.ts';
import { streamOf } from './parts.ts';
import { readRange } from './range-rules.ts';
import { findVisible } from './shown.ts';

const YEAR = 31_536_000;

/** Pictures, videos, recordings and captions. A file never changes under its address; captions may be put right. */
export function registerMediaRoutes(site: Site, deps: Deps): void {
  const load = async (c: Ctx) => found(await findVisible(deps.db.read, param(c, 'id'), () => identify(c, deps)));

  site.get('public', '/media/:id', async c => {
    const { row, isPublic } = await load(c);
    const headers = {
      ...headersOf(row.mime, `"${row.id}"`),
      'accept-ranges': 'bytes',
      'cache-control': isPublic ? `public, max-age=${YEAR}, immutable` : 'private, no-store',
    };
    return isKnown(c, headers.etag) ? new Response(null, { status: 304, headers }) : send(c, deps, row, headers);
  });

  site.get('public', '/media/:id/captions', async c => {
    const { row, isPublic } = await load(c);
    const captions = found(row.captions);
    const headers = {
      ...headersOf('text/vtt; charset=utf-8', await etagOf(captions)),
      'cache-control': isPublic ? 'public, no-cache' : 'private, no-store',
    };
    return isKnown(c, headers.etag)
      ? new Response(null, { status: 304, headers })
      : new Response(captions, { status: 200, headers });
  });
}

const headersOf = (type: string, etag: string) => ({ 'content-type': type, 'content-disposition': 'inline', etag });

async function etagOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `"${Buffer.from(hash).toString('base64url').slice(0, 20)}"`;
}

const isKnown = (c: Ctx, etag: string): boolean => c.req.header('if-none-match')?.includes(etag) ?? false;

/** All of the file, or the part that a player asks for (RFC 9110, 14). */
function send(c: Ctx, deps: Deps, row: Media, headers: Record<string, string>): Response {
  const fresh = [undefined, headers['etag']].includes(c.req.header('if-range'));
  const range = fresh ? readRange(c.req.header('range'), row.bytes) : null;
  if (range === 'none') {
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${row.bytes}` } });
  }
  const { from, to } = range ?? { from: 0, to: row.bytes - 1 };
  const length = { 'content-length': String(to - from + 1) };
  const part = range ? { 'content-range': `bytes ${from}-${to}/${row.bytes}` } : {};
  const body = c.req.method === 'HEAD' ? null : streamOf(deps.db.read, row.id, { from, to });
  return new Response(body, { status: range ? 206 : 200, headers: { ...headers, ...length, ...part } });
}
