import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { randomId } from '../db/ids.ts';
import { PageError } from './errors.ts';
import type { Ctx, Env } from './context.ts';
import { MOST_FILE_BYTES } from './uploads.ts';

// The longest text is 10,000 characters; percent-encoded that is at most 120 KB. Surveys on the desk are longer.
const MOST_BYTES = 1024 * 1024;
// Files are taken in two places, whose handlers put them on disk piece by piece once they know who is there.
const TAKES_FILES = /^\/desk\/consultations\/[^/]+\/(media|survey\/file)$/;
const YEAR = 31_536_000;

type Headers = Readonly<Record<string, string>>;

/** The headers that every answer has: what a browser may load, frame and tell others. */
export async function standingHeaders(publicUrl: string): Promise<Headers> {
  const self = ["'self'"];
  const bare = new Hono();
  bare.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...self, 'data:'],
        connectSrc: self,
        fontSrc: self,
        mediaSrc: self,
        formAction: self,
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      strictTransportSecurity: publicUrl.startsWith('https:') ? `max-age=${YEAR}; includeSubDomains` : false,
    }),
  );
  bare.get('/', c => c.body(null));
  return Object.fromEntries((await bare.request('/')).headers);
}

/** The rules that stand before every page: headers, origin, sizes, and addresses that can be read. */
export function secure(app: Hono<Env>, publicUrl: string, headers: Headers): void {
  app.use(async (c, next) => {
    c.set('requestId', randomId());
    c.set('standingHeaders', headers);
    await next();
    // A ready answer has them from the start; touching it would make it slow.
    if (c.get('headersAreSet') && c.res.status < 400) return;
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    for (const cookie of c.get('cookies') ?? []) c.res.headers.append('set-cookie', cookie);
  });
  // One step for both: each is felt where a page is ready.
  const limit = limitSize();
  const fromHere = csrf({ origin: publicUrl });
  app.use((c, next) => {
    if (!isReadable(c.req.url)) throw new PageError(400, 'bad-request');
    const readsOnly = c.req.method === 'GET' || c.req.method === 'HEAD';
    return readsOnly ? next() : limit(c, async () => void (await fromHere(c, next)));
  });
}

/**
 * Refuses what is larger than any form, or than any file where one is taken. Counting a body as it arrives is slow, and
 * most requests say its length.
 */
function limitSize(): MiddlewareHandler<Env> {
  const tooLarge = () => {
    throw new PageError(413, 'too-large');
  };
  const counting = bodyLimit({ maxSize: MOST_BYTES, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return counting(c, next);
    if (!(Number(length) <= mostFor(c))) tooLarge();
    await next();
  };
}

function mostFor(c: Ctx): number {
  const hasFiles = TAKES_FILES.test(c.req.path) && /^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '');
  return hasFiles ? MOST_FILE_BYTES + MOST_BYTES : MOST_BYTES;
}

// PostgreSQL refuses NUL in text; a broken percent sequence has no meaning at all.
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0');
  } catch {
    return false;
  }
}
