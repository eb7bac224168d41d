const LONGEST = 60;

/** Addresses under /consultations that are pages of their own. */
const TAKEN = new Set(['new']);

/** The part of an address that a title gives: small letters, digits and hyphens, cut at a word. */
export function slugFrom(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}|['’‘]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const cut =
    plain.length > LONGEST
      ? plain
          .slice(0, LONGEST + 1)
          .replace(/-[^-]*$/, '')
          .slice(0, LONGEST)
      : plain;
  return cut || 'consultation';
}

/** The slug, or the first of `slug-2`, `slug-3`, … that is free. */
export function freeSlug(slug: string, used: ReadonlySet<string>): string {
  const isFree = (each: string) => !used.has(each) && !TAKEN.has(each);
  if (isFree(slug)) return slug;
  let n = 2;
  while (!isFree(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}
