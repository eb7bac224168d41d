import { getCookie } from 'hono/cookie';
import { hashToken } from '../db/ids.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { findWho } from './queries.ts';
import type { Who } from './roles.ts';

export const sessionCookie = (secure: boolean): string => (secure ? '__Host-session' : 'session');

/** Who sent this request, by the session cookie, or null. */
export async function identify(c: Ctx, deps: Deps): Promise<Who | null> {
  const token = getCookie(c, sessionCookie(isSecure(deps)));
  if (!token) return null;
  return findWho(deps.db.read, hashToken(token), deps.now().toString({ smallestUnit: 'millisecond' }));
}

export const isSecure = (deps: Deps): boolean => deps.config.publicUrl.startsWith('https:');
