import type { Ctx } from './context.ts';

/**
 * Where a request comes from. Each proxy of our own writes the address it saw at the end of `X-Forwarded-For`, so only
 * the last `trustedProxies` entries are believed. For limits alone, and never kept: use it under a key.
 */
export function clientOf(c: Ctx, trustedProxies: number): string {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim());
  const seen = [...forwarded.filter(Boolean), incoming?.socket?.remoteAddress ?? UNKNOWN];
  return seen.at(-1 - trustedProxies) ?? seen[0] ?? UNKNOWN;
}

const UNKNOWN = 'unknown';

/** False where a request told nothing of where it comes from. */
export const isKnown = (client: string): boolean => client !== UNKNOWN;
