import type { Context } from 'hono';
import type { Typed } from './forms.ts';
import type { Renderer } from './render.ts';
import type { Who } from '../people/roles.ts';
import type { Say } from '../words/catalogue.ts';

export type Env = {
  Variables: {
    requestId: string;
    route: string;
    /** The answer came ready with the headers that every answer has. */
    headersAreSet: true;
    typed: Typed;
    render: Renderer;
    /** The words of this page: in the language that its reader chose; in English on staff's pages. */
    say: Say;
    who: Who;
  };
};
export type Ctx = Context<Env>;
