import type { Ctx } from './context.ts';

/**
 * Leads on to another page (303), with the cookies so far. Saving and sending end here thousands of times a second, and
 * headers in a plain object from the start go out without being taken apart.
 */
export function onward(c: Ctx, to: string): Response {
  c.set('headersAreSet', true);
  const [first, second, ...more] = c.get('cookies') ?? [];
  const own = { location: to, 'content-length': '0', 'cache-control': 'no-store' };
  // A name stands once in an object: in two spellings it stands for two lines.
  const cookies = { ...(first ? { 'set-cookie': first } : {}), ...(second ? { 'Set-Cookie': second } : {}) };
  const response = new Response(null, { status: 303, headers: { ...c.get('standingHeaders'), ...own, ...cookies } });
  for (const cookie of more) response.headers.append('set-cookie', cookie);
  return response;
}
