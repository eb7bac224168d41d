/** CSV as programs for spreadsheets write it, and so that none of them takes words for a formula. */
import { FileRefused } from '../import-rules.ts';
import { tooLong, type Table } from './sheet-rules.ts';

const MARK = '\uFEFF';

// What a program may take for a formula; a mark before it says that it is words, and a mark of one's own gets another.
const FORMULA = /^'*[=+\-@\t]/;
const MARKED = /^'+[=+\-@\t]/;

export function csvOf(table: Table): string {
  const cell = (text: string) => {
    const safe = FORMULA.test(text) ? `'${text}` : text;
    return /[",;\n\r\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return MARK + table.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

const MOST_COLUMNS = 500;
const MOST_ROWS = 20_000;

/** Throws FileRefused when a quotation mark stays open. */
export function tableFromCsv(text: string, isHeading: (cell: string) => boolean): Table {
  const plain = text
    .replace(/^\uFEFF/, '')
    .replace(/^sep=.\r?\n/i, '')
    .replace(/\r\n?/g, '\n');
  const [, heads = ''] = /^\n*(.*)/.exec(plain) ?? [];
  const named = (separator: string) =>
    heads.split(separator, MOST_COLUMNS).filter(head => isHeading(head.replaceAll('"', ''))).length;
  const [best = ','] = [',', ';', '\t'].sort((a, b) => named(b) - named(a));
  return cut(plain, best).map(row => row.map(cell => (MARKED.test(cell) ? cell.slice(1) : cell)));
}

function cut(text: string, separator: string): Table {
  const rows: Table = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, end] = text[at] === '"' ? quoted(text, at, rows.length + 1) : bare(text, at, separator);
      row.push(cell);
      if (row.length > MOST_COLUMNS)
        throw new FileRefused(`Row ${rows.length + 1} has more than ${MOST_COLUMNS} columns.`);
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    rows.push(row);
    if (rows.length > MOST_ROWS) throw new FileRefused(tooLong(MOST_ROWS));
    at++;
  }
  return rows;
}

function bare(text: string, from: number, separator: string): [string, number] {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
  return [text.slice(from, end), end];
}

function quoted(text: string, from: number, row: number): [string, number] {
  let end = from + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end < 0)
      throw new FileRefused(`A quotation mark that opens in row ${row} never closes. Save the file again as CSV.`);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  return [text.slice(from + 1, end).replaceAll('""', '"'), end + 1];
}

/** Letters out of bytes: UTF-16 and UTF-8 by their marks, UTF-8 without one, or else what Windows writes. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
