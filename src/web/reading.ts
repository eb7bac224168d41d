import type { Ctx } from './context.ts';

export const readingChoices = {
  text: ['normal', 'large', 'largest'],
  space: ['normal', 'wide'],
  look: ['paper', 'cream', 'dark', 'contrast'],
} as const;

/** How somebody likes to read: attributes on `<html>`, from a cookie such as `large.wide.dark`. */
export type Reading = { text: string; space: string; look: string };

export const readingCookie = 'reading';
const usual: Reading = { text: 'normal', space: 'normal', look: 'paper' };

export function readReading(c: Ctx): Reading {
  const cookies = c.req.header('cookie');
  if (!cookies?.includes(`${readingCookie}=`)) return usual;
  const value = /(?:^|;\s*)reading=([a-z.]*)/.exec(cookies)?.[1] ?? '';
  const [text, space, look] = value.split('.');
  return checkReading({ text, space, look });
}

/** Only known values get through; anything else is the usual one. */
export function checkReading(given: { [K in keyof Reading]: string | undefined }): Reading {
  const pick = (name: keyof Reading): string =>
    (readingChoices[name] as readonly string[]).find(choice => choice === given[name]) ?? usual[name];
  return { text: pick('text'), space: pick('space'), look: pick('look') };
}
