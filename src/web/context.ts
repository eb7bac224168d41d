import type { Context } from 'hono';
import type { Typed } from './forms.ts';
import type { Renderer } from './render.ts';
import type { Who } from '../people/roles.ts';
import type { Say } from '../words/catalogue.ts';

/** A way out at once (`exitTo`, an address or ''), and what a device that many people share says of itself. */
export type Around = {
  base: string;
  exitTo: string;
  shared: { minutes: number; waits: boolean } | null;
  /** Whether it is read in words for children, and where to find support. */
  forChild: boolean;
  support: readonly { words: string; href: string | null }[];
};

export type Env = {
  Variables: {
    requestId: string;
    route: string;
    /** What every answer has: what a browser may load, frame and tell others. */
    standingHeaders: Readonly<Record<string, string>>;
    /** Cookies to set, a line each. */
    cookies: readonly string[];
    /** The answer came ready with the headers that every answer has. */
    headersAreSet: true;
    typed: Typed;
    render: Renderer;
    /** The words of this page: in the language that its reader chose; in English on staff's pages. */
    say: Say;
    who: Who;
    /** What stands around the page of a journey. */
    around: Around;
  };
};
export type Ctx = Context<Env>;
