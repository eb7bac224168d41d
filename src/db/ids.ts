import { createHmac, hash, randomBytes, randomFillSync } from 'node:crypto';

// Asking the system for chance costs more than all else about an id: it is asked for a few hundred at once.
const pool = Buffer.alloc(8192);
let taken = pool.length;

/** Bytes that were given to nobody else. They are taken out of the pool at once. */
function fewBytes(count: number): Buffer {
  if (taken + count > pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  const bytes = Buffer.from(pool.subarray(taken, taken + count));
  pool.fill(0, taken, taken + count);
  taken += count;
  return bytes;
}

/** A random id for rows and addresses: 16 bytes, base64url, 22 characters. */
export function randomId(): string {
  return fewBytes(16).toString('base64url');
}

/** A secret for a link or a cookie: 32 bytes, base64url, 43 characters. Only its hash is stored. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. The token is already random, so a plain SHA-256 is enough. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url');
}

/** A value that only this installation can make, for links that must be made anew in each mail. */
export function keyed(secret: string, ...parts: string[]): string {
  return createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');
}

// No vowels and no letters that look alike, so that a reference can be read out on the phone and spells nothing.
const REFERENCE_LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/** A short reference for people, such as `K7MD-3XQ9`: 27^8 of them. */
export function randomReference(): string {
  let text = '';
  for (const byte of fewBytes(16)) if (byte < 243) text += REFERENCE_LETTERS[byte % 27];
  return text.length < 8 ? randomReference() : `${text.slice(0, 4)}-${text.slice(4, 8)}`;
}
