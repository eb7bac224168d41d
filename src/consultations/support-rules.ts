/** A place where somebody finds support: words, and an address that they lead to where the officer gave one. */
export type Support = { words: string; href: string | null };

const ADDRESS = /https?:\/\/[^\s<>"]+/;

/** An address of the web, and nothing but one. */
export const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && ['https:', 'http:'].includes(url.protocol) && /^https?:\/\/\S+$/.test(text);
};

/** The places of support as an officer writes them, one a line: 'Family Helpline, 0800 000 0000: https://…'. `mark` marks their words. */
export function supportIn(lines = '', mark = (words: string) => words): Support[] {
  return lines.split('\n').flatMap(line => {
    const href = ADDRESS.exec(line)?.[0] ?? null;
    const words = (href ? line.replace(href, '') : line).trim().replace(/[\s:–-]+$/, '');
    return words || href ? [{ words: mark(words || (href ?? '')), href }] : [];
  });
}
