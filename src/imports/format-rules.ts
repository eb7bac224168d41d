/** What a file is, by what stands in it: its name proves nothing. */
import { FileRefused } from './import-rules.ts';
import { decoded } from './sheets/csv-rules.ts';
import { isZip } from './sheets/zip-rules.ts';

export type Format = 'lss' | 'json' | 'workbook' | 'csv';

const WANTED =
  'Bring a LimeSurvey structure (.lss), a spreadsheet (.xlsx, .ods or .csv) or a survey as a definition (.json).';

const HEAD = 4_000;

/** Throws FileRefused for what is none of those that are taken. */
export function formatOf(bytes: Uint8Array): Format {
  if (bytes.length === 0) throw new FileRefused(`The file is empty. ${WANTED}`);
  if (isZip(bytes)) return 'workbook';
  const known = KNOWN.find(({ start }) => start.every((byte, at) => bytes[at] === byte));
  if (known) throw new FileRefused(`${known.is} ${WANTED}`);
  const start = decoded(bytes.subarray(0, HEAD)).trimStart();
  if (start.startsWith('<')) return 'lss';
  if (start.startsWith('{')) return 'json';
  if (/[\u0000-\u0008\u000e-\u001f]/.test(start)) throw new FileRefused(`We do not know this kind of file. ${WANTED}`);
  return 'csv';
}

const KNOWN = [
  {
    start: [0xd0, 0xcf, 0x11, 0xe0],
    is: 'This is an old .xls file, or one that is protected by a password. Open it and save it as .xlsx without a password.',
  },
  { start: [0x25, 0x50, 0x44, 0x46], is: 'This is a PDF: it can be read by people, not by us.' },
];
