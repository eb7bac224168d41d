import { createHash } from 'node:crypto';
import type { Ctx } from './context.ts';
import { readingValue, readReading } from './reading.ts';
import type { Watch } from './watch.ts';
import { makeReady, sendReady, type Ready } from './ready.ts';

const MOST_PAGES = 500;

/** Public pages, kept rendered and compressed until an act may have changed them or the day ends in London. */
export type KeptPages = {
  send(c: Ctx, render: () => Promise<Response>): Promise<Response>;
  /** Looks at once whether something changed: after each act that went through this instance. */
  look(): Promise<void>;
};

type Entry = { count: number; until: number; ready: Ready };

/** `headers` go with every page. `now` and `endOfToday` in milliseconds since 1970. */
export function createKeptPages(
  watch: Watch,
  headers: Readonly<Record<string, string>>,
  now: () => number,
  endOfToday: () => number,
): KeptPages {
  const all = { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
  const pages = new Map<string, Entry>();
  const send = async (c: Ctx, render: () => Promise<Response>): Promise<Response> => {
    const count = await watch.count();
    const key = keyOf(c);
    const found = key === null ? undefined : pages.get(key);
    if (found && found.count === count && now() < found.until) return sendReady(c, found.ready);
    const response = await render();
    if (key === null || response.status !== 200) return response;
    const html = await response.text();
    const ready = await makeReady(Buffer.from(html), all, etagOf(html));
    if (pages.size >= MOST_PAGES) pages.delete(pages.keys().next().value ?? '');
    pages.set(key, { count, until: endOfToday(), ready });
    return sendReady(c, ready);
  };
  return { send, look: () => watch.look() };
}

// A query could make any number of variants, so such a page is made each time.
function keyOf(c: Ctx): string | null {
  if (c.req.url.includes('?')) return null;
  return `${c.req.path} ${readingValue(readReading(c))}`;
}

function etagOf(html: string): string {
  return `"${createHash('sha256').update(html).digest('base64url').slice(0, 20)}"`;
}
