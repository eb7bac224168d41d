/** Questions as a table of words: a heading a column, a question a row. */
import type { Definition } from '../../surveys/definition.ts';
import { COLUMNS, EXAMPLE, KINDS, NOTES } from './column-rules.ts';
import { kindName } from './kind-name-rules.ts';
import { cellsOf, type Cells } from './row-rules.ts';

export type Table = string[][];

/** Why a table is not taken that goes on for longer than this. */
export const tooLong = (rows: number): string =>
  `There are more than ${rows.toLocaleString('en-GB')} rows. A survey has at most 250 questions: take the others out.`;

const headings = (): string[] => [...COLUMNS.map(column => column.heading), NOTES];
const rowOf = (cells: Cells, note = ''): string[] => [...COLUMNS.map(({ field }) => cells[field] ?? ''), note];

export const tableOf = ({ questions }: Pick<Definition, 'questions'>): Table => [
  headings(),
  ...questions.map(question => rowOf(cellsOf(question))),
];

/** An example to write over, with the kinds and the columns explained in the first column, where they are seen at once. */
export const templateTable = (): Table =>
  [
    headings(),
    rowOf(EXAMPLE, 'An example: write over it. It is not taken as it is.'),
    ...explained().map(line => rowOf({}, line.join(': '))),
  ].map(row => [row.at(-1) ?? '', ...row.slice(0, -1)]);

/** The kinds and the columns, in two cells each: for a sheet of their own. */
export const helpTable = (): Table => [['Kinds and columns', 'What they are'], ...explained()];

const explained = (): Table => [
  ...KINDS.map(([kind, help]) => [`Kind ‘${kindName(kind)}’`, help]),
  ...COLUMNS.map(({ heading, help }) => [`Column ‘${heading}’`, help]),
];

/** Whether a row is the template's example, not touched. */
export const isExample = (cells: Cells): boolean =>
  COLUMNS.every(({ field }) => (cells[field] ?? '') === (EXAMPLE[field] ?? ''));
