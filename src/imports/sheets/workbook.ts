import { readOds, writeOds } from 'hucre/ods';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import type { CellValue, ReadOptions, Sheet, Workbook } from 'hucre';
import { FileRefused } from '../import-rules.ts';
import { tooLong, type Table } from './sheet-rules.ts';
import { filesIn } from './zip-rules.ts';

/** As far down as is looked: somebody may leave a thousand rows empty, and write on below them. */
const FARTHEST = 20_000;
const options: ReadOptions = { sheets: [0], range: `A1:CV${FARTHEST + 1}` };

const UNREAD =
  'We cannot read this spreadsheet: it is damaged, or protected by a password. Open it, save it again, and choose it again.';

/** The first sheet of an .xlsx or .ods, as words. Throws FileRefused. */
export async function tableFromWorkbook(bytes: Uint8Array): Promise<Table> {
  const names = filesIn(bytes);
  const read = names.includes('content.xml') ? readOds : readXlsx;
  if (read === readXlsx && !names.includes('xl/workbook.xml')) {
    throw new FileRefused('This is no spreadsheet. Save your questions as .xlsx, .ods or .csv.');
  }
  const [sheet] = (await read(bytes, options).catch(unread)).sheets;
  if (!sheet) throw new FileRefused(UNREAD);
  refuseFormulas(sheet);
  if (sheet.rows.length > FARTHEST) throw new FileRefused(tooLong(FARTHEST));
  return sheet.rows.map(row => row.map(wordsOf));
}

function unread(): Promise<Workbook> {
  throw new FileRefused(UNREAD);
}

/** What a formula says depends on who opens the file. */
function refuseFormulas({ cells }: Sheet): void {
  const formulas = [...(cells ?? [])]
    .filter(([, cell]) => cell.formula !== undefined)
    .map(([place]) => place.split(',').map(Number));
  if (formulas.length === 0) return;
  const named = formulas
    .slice(0, 30)
    .map(
      ([row = 0, column = 0]) => `Row ${row + 1}, column ${column + 1}: this is a formula. Write its words instead.`,
    );
  throw new FileRefused(...named);
}

function wordsOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value).replace(/\r\n?/g, '\n');
}

const WIDE = { width: 40 };

/** Every cell is words: nothing in it is taken for a formula or a number. */
export function workbookOf(kind: 'xlsx' | 'ods', sheets: { name: string; table: Table }[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, table }) => ({
    name,
    rows: table.map(row => row.map(text => (text === '' ? null : kind === 'xlsx' ? escaped(text) : text))),
    columns: (table[0] ?? []).map(() => ({
      ...WIDE,
      style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } },
    })),
    freezePane: { rows: 1 },
  }));
  return kind === 'xlsx' ? writeXlsx({ sheets: written }) : writeOds({ sheets: written });
}

/** In .xlsx '_x0041_' stands for a letter by its number; where those very signs are meant, the first is said by its own. */
const escaped = (text: string): string => text.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_');
