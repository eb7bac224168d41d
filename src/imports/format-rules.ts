/** What a file is, from its first bytes. */
import { FileRefused } from './import-rules.ts';

export type Format = 'lss' | 'json';

const WANTED = 'Bring a LimeSurvey structure (.lss), or a survey as a definition (.json).';

/** Throws FileRefused for what is none of those that are taken. */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new FileRefused(`The file is empty. ${WANTED}`);
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  if (start.startsWith('<')) return 'lss';
  if (start.startsWith('{')) return 'json';
  throw new FileRefused(`We do not know this kind of file. ${WANTED}`);
}
