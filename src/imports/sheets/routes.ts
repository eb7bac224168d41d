import { load, PATH, STAFF } from '../../surveys/desk-pages.ts';
import type { Deps } from '../../web/deps.ts';
import { param, type Site } from '../../web/site.ts';
import { csvOf } from './csv-rules.ts';
import { helpTable, tableOf, templateTable, type Table } from './sheet-rules.ts';
import { workbookOf } from './workbook.ts';

const TYPES: Record<string, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv; charset=utf-8',
};

/** The questions of a survey as a spreadsheet, and one to write questions into. */
export function registerSheetRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, `${PATH}/sheet/:sheet{(?:questions|template)\\.(?:xlsx|ods|csv)}`, async (c, who) => {
    const { head, version, definition } = await load(c, deps, who);
    const [name = '', ending = ''] = param(c, 'sheet').split('.');
    const isTemplate = name === 'template';
    const bytes = await fileOf(ending, isTemplate ? templateTable() : tableOf(definition));
    const called = isTemplate ? 'questions-template' : `${head.slug}-${version.number}`;
    return c.body(bytes, 200, {
      'content-type': TYPES[ending] ?? '',
      'content-disposition': `attachment; filename="${called}.${ending}"`,
    });
  });
}

async function fileOf(ending: string, table: Table): Promise<Uint8Array<ArrayBuffer>> {
  if (ending === 'csv') return Buffer.from(csvOf(table));
  const sheets = [
    { name: 'Questions', table },
    { name: 'Kinds', table: helpTable() },
  ];
  return new Uint8Array(await workbookOf(ending === 'ods' ? 'ods' : 'xlsx', sheets));
}
