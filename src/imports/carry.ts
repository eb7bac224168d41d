import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A definition as JSON in a field of a form: small, and without letters that a form would write in three. */
export const packed = (json: string): string => deflateRawSync(json).toString('base64url');

// A survey of 250 questions in five languages stays far below it.
const MOST_BYTES = 4 * 1024 * 1024;

/** '' for what was never packed here. */
export function unpacked(text: string): string {
  try {
    return inflateRawSync(Buffer.from(text, 'base64url'), { maxOutputLength: MOST_BYTES }).toString();
  } catch {
    return '';
  }
}
