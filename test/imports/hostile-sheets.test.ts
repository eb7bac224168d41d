import { crc32, deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FileRefused } from '../../src/imports/import-rules.ts';
import { readInThread } from '../../src/imports/read-in-thread.ts';
import { tableOf } from '../../src/imports/sheets/sheet-rules.ts';
import { workbookOf } from '../../src/imports/sheets/workbook.ts';
import { usualSurvey } from '../support/consultations.ts';

type Entry = { name: string; bytes: Buffer; says?: number; method?: number };

/** A zip file of our own, whose list may say something else than what is in it. */
function zipOf(entries: Entry[]): Buffer {
  let at = 0;
  const places: Buffer[] = [];
  const list: Buffer[] = [];
  for (const { name, bytes, says = bytes.length, method = 8 } of entries) {
    const small = method === 8 ? deflateRawSync(bytes) : bytes;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32(bytes), 10);
    fields.writeUInt32LE(small.length, 14);
    fields.writeUInt32LE(says, 18);
    fields.writeUInt16LE(name.length, 22);
    const own = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), small]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(10), place, Buffer.from(name)]));
    places.push(own);
    at += own.length;
  }
  const all = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(all.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...places, all, Buffer.from('PK\x05\x06'), end]);
}

const types = Buffer.from(
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
);
const relations = (type: string, target: string) =>
  Buffer.from(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`,
  );
const workbook = Buffer.from(
  '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
);

/** A workbook with this sheet in it. */
const xlsx = (sheet: Omit<Entry, 'name'>): Buffer =>
  zipOf([
    { name: '[Content_Types].xml', bytes: types },
    { name: '_rels/.rels', bytes: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', bytes: workbook },
    { name: 'xl/_rels/workbook.xml.rels', bytes: relations('worksheet', 'worksheets/sheet1.xml') },
    { name: 'xl/worksheets/sheet1.xml', ...sheet },
  ]);
const sheetOf = (rows: string, before = ''): Buffer =>
  Buffer.from(
    `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  );
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const heads = `<row r="1">${cell('A1', 'Kind')}${cell('B1', 'Question')}</row>`;
const long = Buffer.concat([sheetOf(heads), Buffer.alloc(200 * 1024 * 1024, ' ')]);
const whole = await workbookOf('xlsx', [{ name: 'Questions', table: tableOf(usualSurvey) }]);

const files: [string, () => Buffer, RegExp][] = [
  ['a workbook of ours', () => Buffer.from(whole), /^$/],
  [
    'a workbook made by hand',
    () => xlsx({ bytes: sheetOf(`${heads}<row r="2">${cell('A2', 'long-text')}${cell('B2', 'Why?')}</row>`) }),
    /^$/,
  ],
  ['one that grows to 200 MB', () => xlsx({ bytes: long }), /grows beyond measure/],
  ['one that grows to 200 MB and says 20 KB', () => xlsx({ bytes: long, says: 20_000 }), /damaged/],
  ['one that grows and says nothing of it', () => xlsx({ bytes: long, says: 0 }), /grows beyond measure/],
  [
    'very many files',
    () => zipOf(Array.from({ length: 2_000 }, (_, at) => ({ name: `f${at}`, bytes: Buffer.from('x') }))),
    /grows beyond measure/,
  ],
  ['a way of making small that nobody knows', () => xlsx({ bytes: sheetOf(heads), method: 99 }), /damaged/],
  ['half a workbook', () => Buffer.from(whole).subarray(0, whole.length / 2), /damaged/],
  ['a workbook with rubbish in it', () => Buffer.from(whole).fill(0x7a, 200, 900), /damaged|no spreadsheet/],
  ['another zip file', () => zipOf([{ name: 'word/document.xml', bytes: Buffer.from('<a/>') }]), /no spreadsheet/],
  ['a bare beginning of a zip file', () => Buffer.from('PK\x03\x04'), /damaged/],
  [
    'an entity from outside',
    () =>
      xlsx({
        bytes: sheetOf(
          `<row r="1">${cell('A1', '&x;')}</row>`,
          '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      }),
    /damaged|first row/,
  ],
  [
    'entities that multiply',
    () =>
      xlsx({
        bytes: sheetOf(
          `<row r="1">${cell('A1', '&b;')}</row>`,
          `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(99)}"><!ENTITY b "${'&a;'.repeat(99)}">]>`,
        ),
      }),
    /damaged|first row/,
  ],
  [
    'a cell at the end of the world',
    () => xlsx({ bytes: sheetOf(`${heads}<row r="1048576">${cell('XFD1048576', 'x')}</row>`) }),
    /no questions/,
  ],
  [
    'a million rows',
    () =>
      xlsx({
        bytes: sheetOf(
          heads +
            Array.from({ length: 200_000 }, (_, at) => `<row r="${at + 2}">${cell(`A${at + 2}`, 'x')}</row>`).join(''),
        ),
      }),
    /20,000 rows/,
  ],
  ['tags within tags', () => xlsx({ bytes: sheetOf('<a>'.repeat(1_000_000)) }), /damaged|too much|first row/],
  [
    'a formula',
    () =>
      xlsx({ bytes: sheetOf(`${heads}<row r="2">${cell('A2', 'long-text')}<c r="B2"><f>1+1</f><v>2</v></c></row>`) }),
    /Row 2, column 2: this is a formula/,
  ],
  ['an old .xls, or one with a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /password/],
  ['a PDF', () => Buffer.from('%PDF-1.7'), /PDF/],
  ['a CSV whose quotation mark never closes', () => Buffer.from('Kind,Question\nlong-text,"Why?'), /never closes/],
  ['a CSV of commas', () => Buffer.alloc(9 * 1024 * 1024, ','), /more than 500 columns/],
  ['a CSV of line ends', () => Buffer.alloc(9 * 1024 * 1024, '\n'), /20,000 rows/],
  [
    'a question after 4,000 empty rows',
    () => xlsx({ bytes: sheetOf(`${heads}<row r="4000">${cell('A4000', 'grid')}${cell('B4000', 'Why?')}</row>`) }),
    /Row 4000, ‘Kind’/,
  ],
  ['a CSV of quotation marks', () => Buffer.alloc(9 * 1024 * 1024 + 1, '"'), /first row|never closes/],
  ['words that are no table', () => Buffer.from('Dear Sam, here are my questions.'), /first row/],
];

test.each(files)('%s', { timeout: 30_000 }, async (_, make, message) => {
  const begun = performance.now();
  const said = await readInThread(make()).then(
    () => '',
    (error: unknown) => (error instanceof FileRefused ? error.message : `not refused but ${String(error)}`),
  );
  expect(said).toMatch(message);
  expect(performance.now() - begun).toBeLessThan(20_000);
});
