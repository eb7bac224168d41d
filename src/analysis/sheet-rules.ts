/** How counts lie on disk: one sheet for each value of each dimension, so that an answer touches a handful of rows. */
import type { TallySheet } from '../db/schema.ts';
import { ANSWERED, type Tally } from './tally-rules.ts';

/** Which sheet of a consultation. */
export type Place = Omit<TallySheet, 'counts'>;

type Cell = Pick<Tally, 'question' | 'option' | 'count'>;

/** The cells by the sheet that they stand on, in the order of the table's key (for locks). */
export function bySheet(cells: readonly Tally[]): { place: Place; cells: Tally[] }[] {
  const sheets = Map.groupBy(cells, keyOf);
  return [...sheets]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, list]) => (list[0] ? { place: placeOf(list[0]), cells: list } : []));
}

/** Where a sheet stands among the others. */
export const keyOf = ({ consultation_id, dimension, value }: Place): string =>
  `${consultation_id}\n${dimension}\n${value}`;

const placeOf = ({ consultation_id, dimension, value }: Place): Place => ({ consultation_id, dimension, value });

export const EMPTY = '{}';

// 'q2 a': no question's id has a space in it. Flat, since this is read and written with every answer.
type Counts = Record<string, number>;
const readCounts = (counts: string) => JSON.parse(counts) as Counts;
const nameOf = ({ question, option }: Pick<Cell, 'question' | 'option'>) => `${question} ${option}`;

/** A sheet's counts as JSON with these added; what comes to nothing goes. */
export function addCells(counts: string, cells: readonly Cell[]): string {
  const sums = readCounts(counts);
  for (const cell of cells) {
    const name = nameOf(cell);
    const sum = (sums[name] ?? 0) + cell.count;
    if (sum === 0) Reflect.deleteProperty(sums, name);
    else sums[name] = sum;
  }
  return JSON.stringify(sums);
}

/** Every cell of a sheet. */
export const cellsOn = ({ counts, ...place }: TallySheet): Tally[] =>
  Object.entries(readCounts(counts)).map(([name, count]) => {
    const space = name.indexOf(' ');
    return { ...place, question: name.slice(0, space), option: name.slice(space + 1), count };
  });

/** How many people a sheet counts. */
export const peopleOn = ({ counts }: Pick<TallySheet, 'counts'>): number =>
  readCounts(counts)[nameOf({ question: '', option: ANSWERED })] ?? 0;
