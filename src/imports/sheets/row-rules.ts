/** A question as a row of a spreadsheet, and back. */
import { defaultQuestion, type KindName, type Question } from '../../surveys/definition.ts';
import { readQuestion } from '../../surveys/question-form-rules.ts';
import { questionValues } from '../../surveys/question-value-rules.ts';
import { kindName } from './kind-name-rules.ts';
import { COLUMNS, type Column } from './column-rules.ts';

/** What stands in a row, by the name of the field. */
export type Cells = Readonly<Record<string, string>>;

export function cellsOf(question: Question): Cells {
  const values: Record<string, string | string[] | undefined> = questionValues(question);
  const said = ({ field, yes }: Column): string => {
    const value = values[field] ?? '';
    return Array.isArray(value) ? (yes ? (value[0] ?? '') : value.join('\n')) : value;
  };
  const cells = COLUMNS.map(column => [column.field, said(column)] as const);
  return { ...Object.fromEntries(cells), kind: kindName(question.kind), id: question.id };
}

/** The columns that have something to say of this kind of question. */
export const fieldsOf = (kind: KindName): ReadonlySet<string> =>
  new Set([...Object.keys(questionValues(defaultQuestion(kind))), 'id', 'kind']);

export type RowRead = { ok: true; question: Question } | { ok: false; errors: Record<string, string> };

/** `before`: the question that it was, with what a row has no room for; or a new one of its kind. */
export function questionOf(cells: Cells, before: Question): RowRead {
  if (COLUMNS.every(({ field }) => (cells[field] ?? '') === (cellsOf(before)[field] ?? '')))
    return { ok: true, question: before };
  const errors: Record<string, string> = {};
  const typed: Record<string, string[]> = picturesOf(before);
  for (const column of COLUMNS) typed[column.field] = typedAs(column, cells[column.field] ?? '', errors);
  // What a question of this kind can't be without.
  for (const [field, value] of Object.entries(CHOSEN)) if (typed[field]?.[0] === '') typed[field] = [value];
  const read = readQuestion(before, typed);
  if (read.ok && Object.keys(errors).length === 0) return read;
  return { ok: false, errors: { ...errors, ...(read.ok ? {} : read.errors) } };
}

const CHOSEN: Cells = { bins: 'year', precision: 'day', faces: '5' };

const YES = /^(yes|y|true|x|1|ja|ydy|oes|✓)$/i;
const NO = /^(no|n|false|0|)$/i;

function typedAs({ field, yes, list }: Column, cell: string, errors: Record<string, string>): string[] {
  if (field === 'who') return cell.split('\n').flatMap(line => line.trim().toLowerCase() || []);
  if (!yes || list) return [cell];
  if (!YES.test(cell.trim()) && !NO.test(cell.trim())) errors[field] = 'Write yes, or leave it empty.';
  return YES.test(cell.trim()) ? ['yes'] : [];
}

/** A row names no pictures: an answer whose words stay keeps its own. */
const picturesOf = (before: Question): Record<string, string[]> =>
  before.kind === 'pictures'
    ? Object.fromEntries(before.options.map(({ id, picture }) => [`picture-${id}`, [picture ?? '']]))
    : {};
