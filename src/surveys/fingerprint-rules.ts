/**
 * A short mark of some words: the same words give the same mark, and others all but never. It tells whether words were
 * changed, and keeps no secret. (The 53-bit hash known as cyrb53.)
 */
export function fingerprint(value: unknown): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (const each of JSON.stringify(value) ?? '') {
    const code = each.codePointAt(0) ?? 0;
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36);
}
