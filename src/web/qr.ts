import { encode } from 'uqr';

/** A QR code as a drawing: its side in squares, quiet border included, and the path of the dark ones. */
export type Qr = { size: number; path: string };

// Readers need four squares of white around it (ISO/IEC 18004).
const BORDER = 4;

/** The QR code that holds this text. */
export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { border: BORDER, ecc: 'M' });
  return { size, path: data.map((row, y) => runsOf(row, y)).join('') };
}

/** Dark squares side by side are one rectangle. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    const start = x;
    while (row[x]) x++;
    if (x > start) path += `M${start} ${y}h${x - start}v1h-${x - start}z`;
  }
  return path;
}
