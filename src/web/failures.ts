import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Ctx, Env } from './context.ts';
import { PageError } from './errors.ts';
import { readForm, type Typed } from './forms.ts';
import { safePath } from './paths.ts';
import { page } from './render.ts';

type FailureView = {
  heading: string;
  text: string;
  next: string;
  wrote: { name: string; value: string }[];
  /** The page that the form stands on, where it may be sent again. */
  again: string;
  id: string;
};

const failurePage = page<FailureView>('web/failure');

const SECONDS_TO_WAIT = '60';

/** The one place where errors become pages: each says what to do next and gives back what was typed. */
export function answerFailures(log: Logger): ErrorHandler<Env> {
  return async (error, c) => {
    const failure = toPageError(error);
    if (failure.words === 'broken') log.error({ id: c.get('requestId'), route: c.get('route'), err: error }, 'failed');
    return showFailure(c, failure);
  };
}

export async function showFailure(c: Ctx, failure: PageError): Promise<Response> {
  const say = c.get('say');
  const key = `errors.${failure.words}`;
  const heading = say(`${key}.title`);
  const wrote = wordsOf(await typedSoFar(c, failure));
  const view = {
    heading,
    text: say(`${key}.text`),
    next: say(`${key}.next`),
    wrote,
    again: failure.words === 'other-site' ? formPage(c, wrote.length > 0) : '',
    id: c.get('requestId') ?? '',
  };
  c.header('cache-control', 'no-store');
  if (failure.status === 503) c.header('retry-after', SECONDS_TO_WAIT);
  return failurePage(c, view, { title: heading, status: failure.status, area: 'public' });
}

function toPageError(error: unknown): PageError {
  if (error instanceof PageError) return error;
  if (error instanceof HTTPException) {
    return error.status === 403 ? new PageError(403, 'other-site') : new PageError(400, 'bad-request');
  }
  return isMalformed(error) ? new PageError(400, 'bad-request') : new PageError(500, 'broken');
}

// What the parsers under us throw when a request is not well-formed.
function isMalformed(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return name === 'URIError' || name === 'RequestError';
}

async function typedSoFar(c: Ctx, failure: PageError): Promise<Typed> {
  const typed = c.get('typed');
  if (typed || c.req.method !== 'POST' || failure.status === 413) return typed ?? {};
  return readForm(c).catch(() => ({}));
}

const WORTH_KEEPING = 3;
// What forms carry beside words: whose answers they belong to, and where to go on.
const NO_WORDS = new Set(['back', 'draft', 'entry', 'next', 'question', 'reference', 'response', 'to', 'way']);

function wordsOf(typed: Typed): FailureView['wrote'] {
  const fields = Object.entries(typed).flatMap(([name, values]) => values.map(value => ({ name, value })));
  const isWords = ({ name, value }: FailureView['wrote'][number]) =>
    value.trim().length >= WORTH_KEEPING && !name.startsWith('_') && !NO_WORDS.has(name);
  return fields.filter(isWords);
}

// Browsers that hide the origin of a form often hide the page that it came from too. A form with words to write in
// stands at the address that it is sent to.
function formPage(c: Ctx, hasWords: boolean): string {
  const from = URL.parse(c.req.header('referer') ?? '');
  if (from?.host && from.host === c.req.header('host')) return safePath(from.pathname, '');
  return hasWords ? safePath(c.req.path, '') : '';
}
