import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Ctx, Env } from './context.ts';
import { PageError } from './errors.ts';
import { readForm, type Typed } from './forms.ts';
import { page } from './render.ts';

type FailureView = {
  heading: string;
  text: string;
  next: string;
  wrote: { name: string; value: string }[];
  id: string;
};

const failurePage = page<FailureView>('web/failure');

/** The one place where errors become pages: each says what to do next and gives back what was typed. */
export function answerFailures(log: Logger): ErrorHandler<Env> {
  return async (error, c) => {
    const failure = toPageError(error);
    if (failure.status >= 500) log.error({ id: c.get('requestId'), route: c.get('route'), err: error }, 'failed');
    return showFailure(c, failure);
  };
}

export async function showFailure(c: Ctx, failure: PageError): Promise<Response> {
  const say = c.get('say');
  const key = `errors.${failure.words}`;
  const heading = say(`${key}.title`);
  const view = {
    heading,
    text: say(`${key}.text`),
    next: say(`${key}.next`),
    wrote: wordsOf(await typedSoFar(c, failure)),
    id: c.get('requestId') ?? '',
  };
  c.header('cache-control', 'no-store');
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

function wordsOf(typed: Typed): FailureView['wrote'] {
  const fields = Object.entries(typed).flatMap(([name, values]) => values.map(value => ({ name, value })));
  return fields.filter(field => field.value.trim().length >= WORTH_KEEPING && !field.name.startsWith('_'));
}
