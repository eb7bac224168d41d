import { setCookie } from 'hono/cookie';
import { editions, isEdition, languageOf } from '../words/editions.ts';
import type { Edition } from '../words/editions.ts';
import type { Ctx } from './context.ts';
import type { Deps } from './deps.ts';

export const readingChoices = {
  text: ['normal', 'large', 'largest'],
  space: ['normal', 'wide'],
  look: ['paper', 'cream', 'dark', 'contrast'],
  edition: editions,
} as const;

/**
 * How somebody likes to read: attributes on `<html>`, from a cookie such as `large.wide.dark.ur`. `english` is how they read
 * when they come back to English from another language; the cookie has it then, as in `large.wide.dark.ur.easy`.
 */
export type Reading = { text: string; space: string; look: string; edition: Edition; english: Edition };

export const readingCookie = 'reading';
const YEAR = 365 * 86_400;
const usual: Reading = { text: 'normal', space: 'normal', look: 'paper', edition: 'plain', english: 'plain' };

export function readReading(c: Ctx): Reading {
  const cookies = c.req.header('cookie');
  if (!cookies?.includes(`${readingCookie}=`)) return usual;
  const value = /(?:^|;\s*)reading=([a-z.]*)/.exec(cookies)?.[1] ?? '';
  const [text, space, look, edition, english] = value.split('.');
  return checkReading({ text, space, look, edition, english });
}

/** Only known values get through; anything else is the usual one. */
export function checkReading(given: { [K in keyof Reading]?: string | undefined }): Reading {
  const pick = <K extends keyof typeof readingChoices>(name: K): Reading[K] =>
    ((readingChoices[name] as readonly string[]).find(choice => choice === given[name]) as Reading[K]) ?? usual[name];
  const edition = pick('edition');
  const english = [edition, given.english].find(each => isEdition(each) && languageOf(each) === 'en') as Edition;
  return { text: pick('text'), space: pick('space'), look: pick('look'), edition, english: english ?? 'plain' };
}

/** All of these settings that a page depends on. */
export const readingValue = ({ text, space, look, edition }: Reading): string => [text, space, look, edition].join('.');

/** Keeps the choice on this device alone. */
export function keepReading(c: Ctx, { config }: Pick<Deps, 'config'>, reading: Reading): void {
  const shield = { path: '/', httpOnly: true, sameSite: 'Lax', secure: config.publicUrl.startsWith('https:') } as const;
  const { edition, english } = checkReading(reading);
  const back = languageOf(edition) === 'en' || english === 'plain' ? '' : `.${english}`;
  setCookie(c, readingCookie, `${readingValue(reading)}${back}`, { ...shield, maxAge: YEAR });
}
