import type { Ctx } from './context.ts';

/** A path on this site and nowhere else (`//elsewhere` and `/\elsewhere` would leave it); `otherwise` when it is none. */
export function safePath(text: string, otherwise = '/'): string {
  return /^\/(?![/\\])[\w\-./]*$/.test(text) ? text : otherwise;
}

/** The page at which somebody is: this one, or the one from which a form was sent. A path on this site. */
export function placeOf(c: Ctx, publicUrl: string): string {
  if (c.req.method === 'GET') return safePath(c.req.path);
  const from = URL.parse(c.req.header('referer') ?? '');
  return from?.origin === publicUrl ? safePath(from.pathname) : '/';
}
