import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { hashToken } from '../db/ids.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { findWho } from './queries.ts';
import type { Who } from './roles.ts';
import { SESSION_HOURS } from './sessions.ts';

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');

/** Who sent this request, by the session cookie, or null. */
export async function identify(c: Ctx, deps: Deps): Promise<Who | null> {
  const token = sessionOf(c, deps);
  if (!token) return null;
  return findWho(deps.db.read, hashToken(token), deps.now().toString({ smallestUnit: 'millisecond' }));
}

/** The token in the session cookie, or undefined. */
export function sessionOf(c: Ctx, deps: Deps): string | undefined {
  return getCookie(c, sessionCookie(isSecure(deps)));
}

export function keepSession(c: Ctx, deps: Deps, token: string): void {
  setCookie(c, sessionCookie(isSecure(deps)), token, { ...shielded(deps), maxAge: SESSION_HOURS * 3600 });
}

export function dropSession(c: Ctx, deps: Deps): void {
  deleteCookie(c, sessionCookie(isSecure(deps)), shielded(deps));
}

/** A cookie that no script reads, that other sites' forms don't carry, and that crosses a network encrypted alone. */
export function shielded(deps: Deps, path = '/') {
  return { path, httpOnly: true, sameSite: 'Lax', secure: isSecure(deps) } as const;
}

export const isSecure = (deps: Deps): boolean => deps.config.publicUrl.startsWith('https:');
