import type { Context } from 'hono';
import type { Typed } from './forms.ts';
import type { Renderer } from './render.ts';
import type { Who } from '../people/roles.ts';

export type Env = {
  Variables: {
    requestId: string;
    route: string;
    /** The answer came ready with the headers that every answer has. */
    headersAreSet: true;
    typed: Typed;
    render: Renderer;
    who: Who;
  };
};
export type Ctx = Context<Env>;
