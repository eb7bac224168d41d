/** From one byte to another, both counted from 0 and both inside. */
export type Range = { from: number; to: number };

/**
 * What a `Range` header asks of a file of `size` bytes. Null: all of it, as for a header that isn't understood or asks
 * for several parts (RFC 9110, 14.2). 'none': nothing that the file has.
 */
export function readRange(header: string | undefined, size: number): Range | 'none' | null {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') return lastBytes(Number(last), size);
  if (last !== '' && Number(last) < Number(first)) return null;
  if (Number(first) >= size) return 'none';
  return { from: Number(first), to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}

function lastBytes(count: number, size: number): Range | 'none' {
  return count === 0 || size === 0 ? 'none' : { from: Math.max(0, size - count), to: size - 1 };
}
