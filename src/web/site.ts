import type { Hono } from 'hono';
import { hasAny, type Role, type Who } from '../people/roles.ts';
import type { Ctx, Env } from './context.ts';
import { forbidden, PageError } from './errors.ts';
import type { KeptPages } from './kept.ts';

export type Access = 'public' | readonly Role[];
export type RouteFacts = { method: 'GET' | 'POST'; path: string; access: Access; kept: boolean };

type PublicHandler = (c: Ctx) => Response | Promise<Response>;
type StaffHandler = (c: Ctx, who: Who) => Response | Promise<Response>;
type Add = {
  (access: 'public', path: string, handler: PublicHandler): void;
  (access: readonly Role[], path: string, handler: StaffHandler): void;
};

/** The site map. No page exists without saying who may open it; the tests draw their matrix from `routes`. */
export type Site = {
  get: Add;
  post: Add;
  /** A public page that is the same for everybody but those who are `personal`: kept ready until something changes. */
  kept(path: string, handler: PublicHandler, personal?: (c: Ctx) => boolean): void;
  routes: readonly RouteFacts[];
};

/** `identify` tells who is signed in, or null. */
export function createSite(app: Hono<Env>, kept: KeptPages, identify: (c: Ctx) => Promise<Who | null>): Site {
  const routes: RouteFacts[] = [];
  const admit = async (c: Ctx, access: Access, handler: StaffHandler): Promise<Response> => {
    if (access === 'public') return (handler as PublicHandler)(c);
    const who = await identify(c);
    if (!who) return askToSignIn(c);
    if (!hasAny(who, access)) throw forbidden();
    c.set('who', who);
    c.header('cache-control', 'no-store');
    return handler(c, who);
  };
  const get = (access: Access, path: string, handler: StaffHandler) => {
    routes.push({ method: 'GET', path, access, kept: false });
    app.get(path, c => admit(note(c, path), access, handler));
  };
  const post = (access: Access, path: string, handler: StaffHandler) => {
    routes.push({ method: 'POST', path, access, kept: false });
    app.post(path, async c => {
      const response = await admit(note(c, path), access, handler);
      if (access !== 'public') await kept.look();
      return response;
    });
  };
  const keep = (path: string, handler: PublicHandler, personal = (_c: Ctx) => false) => {
    routes.push({ method: 'GET', path, access: 'public', kept: true });
    app.get(path, c => (personal(note(c, path)) ? handler(c) : kept.send(c, async () => handler(c))));
  };
  return { get: get as Add, post: post as Add, kept: keep, routes };
}

// Logs hold this pattern, never the path, which may carry a private link.
function note(c: Ctx, path: string): Ctx {
  c.set('route', path);
  return c;
}

function askToSignIn(c: Ctx): Response {
  if (c.req.method !== 'GET') throw new PageError(401, 'signed-out');
  return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303);
}

/** A part of the address, by its name in the pattern. */
export function param(c: Ctx, name: string): string {
  return (c.req.param(name as never) as string | undefined) ?? '';
}
