import { SaxesParser } from 'saxes';
import { FileRefused } from './import-rules.ts';
import type { Row, Tables } from './lss-survey-rules.ts';

const MOST_ROWS = 50_000;
// document / table / rows / row / field.
const DEEPEST = 8;

/**
 * Reads an `.lss` file. Nothing outside it is ever looked up: a document type of its own, and with it every entity, is
 * refused. Throws FileRefused.
 */
export function readLss(bytes: Uint8Array): Tables {
  const tables = new Map<string, Row[]>();
  const path: string[] = [];
  let row: Record<string, string> = {};
  let rows = 0;
  let type = '';
  const add = (table: string, one: Row) => {
    const list = tables.get(table);
    if (list) list.push(one);
    else tables.set(table, [one]);
  };
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw new FileRefused('The file has a document type of its own (DOCTYPE), which a LimeSurvey structure never has.');
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    if (path.length > DEEPEST) throw new FileRefused('The file is nested deeper than a LimeSurvey structure.');
    if (isRow(path)) row = Object.create(null) as Record<string, string>;
  });
  const take = (text: string) => {
    if (path.length === 2 && path[1] === 'LimeSurveyDocType') type += text;
    if (isLanguage(path)) add('languages', { language: text.trim() });
    const field = path[4];
    if (field !== undefined && path.length === 5 && path[2] === 'rows') row[field] = (row[field] ?? '') + text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    if (isRow(path)) {
      if (++rows > MOST_ROWS)
        throw new FileRefused(`The file has more than ${MOST_ROWS} rows. A survey has far fewer.`);
      add(path[1] ?? '', row);
    }
    path.pop();
  });
  parser.on('error', error => {
    throw new FileRefused(`The file is no XML that can be read: ${error.message}.`);
  });
  parser.write(decode(bytes)).close();
  if (type.trim() !== 'Survey') throw new FileRefused('This is no survey structure of LimeSurvey (.lss).');
  return tables;
}

const isRow = (path: readonly string[]): boolean => path.length === 4 && path[2] === 'rows' && path[3] === 'row';
const isLanguage = (path: readonly string[]): boolean => path.length === 3 && path[1] === 'languages';

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('The file is not written in UTF-8.');
  }
}
