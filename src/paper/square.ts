import { encode } from 'uqr';

/** A QR code as the path of an SVG picture of `size` by `size`, for a phone that is held over the paper. */
export function squareOf(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const dots = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dots.join('') };
}
