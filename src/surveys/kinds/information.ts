import * as z from 'zod';
import { pageFields, words, type Kind } from './kind.ts';

const schema = z.strictObject({ ...pageFields, kind: z.literal('information'), body: words(10_000) });

/** It has neither hint nor `required`; saying so lets every question be asked for them. */
export type Information = z.infer<typeof schema> & { hint?: undefined; required?: undefined };

/** A page to read: `ask` is its heading, `body` its paragraphs with an empty line between. It asks nothing. */
export const information: Kind<Information, string> = {
  schema,
  answer: z.never(),
  control: 'none',
  isText: false,
  emptyOk: true,
  fresh: id => ({ id, kind: 'information', ask: '', body: '' }),
  missing: ({ ask, body }) => [
    ...(ask === '' ? ['write the heading.'] : []),
    ...(body === '' ? ['write what people are to read.'] : []),
  ],
  read: () => ({ ok: true, answer: null }),
  fill: () => ({}),
  describe: () => '',
  cells: () => [],
  tallyOptions: () => [],
};
