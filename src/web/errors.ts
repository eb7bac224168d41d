import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Something that ends in a page of its own, which says what to do next. `name` picks the words: `errors.<name>.…`. */
export class PageError extends Error {
  readonly status: ContentfulStatusCode;
  readonly words: ErrorWords;
  constructor(status: ContentfulStatusCode, words: ErrorWords) {
    super(words);
    this.status = status;
    this.words = words;
  }
}

export type ErrorWords =
  | 'not-found'
  | 'forbidden'
  | 'signed-out'
  | 'bad-request'
  | 'other-site'
  | 'too-large'
  | 'wrong-type'
  | 'too-many'
  | 'conflict'
  | 'broken'
  | 'busy'
  | 'method';

export const notFound = () => new PageError(404, 'not-found');
export const forbidden = () => new PageError(403, 'forbidden');
export const badRequest = () => new PageError(400, 'bad-request');
export const conflict = () => new PageError(409, 'conflict');
export const busy = () => new PageError(503, 'busy');

/** The value, or the page that says there is nothing here. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound();
  return value;
}
