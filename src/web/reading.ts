import { setCookie } from 'hono/cookie';
import { editions } from '../words/editions.ts';
import type { Edition } from '../words/editions.ts';
import type { Ctx } from './context.ts';
import type { Deps } from './deps.ts';

export const readingChoices = {
  text: ['normal', 'large', 'largest'],
  space: ['normal', 'wide'],
  look: ['paper', 'cream', 'dark', 'contrast'],
  edition: editions,
} as const;

/** How somebody likes to read: attributes on `<html>`, from a cookie such as `large.wide.dark.ur`. */
export type Reading = { text: string; space: string; look: string; edition: Edition };

export const readingCookie = 'reading';
const YEAR = 365 * 86_400;
const usual: Reading = { text: 'normal', space: 'normal', look: 'paper', edition: 'plain' };

export function readReading(c: Ctx): Reading {
  const cookies = c.req.header('cookie');
  if (!cookies?.includes(`${readingCookie}=`)) return usual;
  const value = /(?:^|;\s*)reading=([a-z.]*)/.exec(cookies)?.[1] ?? '';
  const [text, space, look, edition] = value.split('.');
  return checkReading({ text, space, look, edition });
}

/** Only known values get through; anything else is the usual one. */
export function checkReading(given: { [K in keyof Reading]: string | undefined }): Reading {
  const pick = <K extends keyof Reading>(name: K): Reading[K] =>
    ((readingChoices[name] as readonly string[]).find(choice => choice === given[name]) as Reading[K]) ?? usual[name];
  return { text: pick('text'), space: pick('space'), look: pick('look'), edition: pick('edition') };
}

/** The cookie's value for these settings. */
export const readingValue = ({ text, space, look, edition }: Reading): string => [text, space, look, edition].join('.');

/** Keeps the choice on this device alone. */
export function keepReading(c: Ctx, { config }: Pick<Deps, 'config'>, reading: Reading): void {
  const shield = { path: '/', httpOnly: true, sameSite: 'Lax', secure: config.publicUrl.startsWith('https:') } as const;
  setCookie(c, readingCookie, readingValue(reading), { ...shield, maxAge: YEAR });
}
