import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { inject } from 'vitest';

/** One look at a page: which, after what was done there, in which mode, by how many rows of the table. */
export type Look = { page: string; state: string; mode: string; rows: number };

/** Notes a look that found nothing wrong. */
export function noteLook(look: Look): void {
  appendFileSync(inject('looks'), `${JSON.stringify(look)}\n`);
}

export function readLooks(file: string): Look[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map(line => JSON.parse(line) as Look);
}

/** Pages × rows × modes, in a line or two to quote. */
export function sumUp(looks: readonly Look[]): string {
  if (looks.length === 0) return '';
  const count = (values: string[]) => new Set(values).size;
  const ofEach = (key: 'mode' | 'state') =>
    [...new Set(looks.map(look => look[key]))]
      .map(value => `${value} ${looks.filter(look => look[key] === value).length}`)
      .join(', ');
  const rows = Math.max(...looks.map(look => look.rows));
  const checks = looks.reduce((sum, look) => sum + look.rows, 0);
  const pages = count(looks.map(look => look.page));
  const inModes = count(looks.map(look => `${look.page} ${look.mode}`));
  return [
    `Pages: ${pages} looked at in ${inModes} pairs of page and mode, ${looks.length} views × ${rows} rows = ${checks} checks without a fault.`,
    `Views by mode: ${ofEach('mode')}. By what was done: ${ofEach('state')}.`,
  ].join('\n');
}
