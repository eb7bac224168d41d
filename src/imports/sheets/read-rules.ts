/** A table of words as questions, with every problem named by its row and column. */
import { nextQuestionId, defaultQuestion, type Definition, type Question } from '../../surveys/definition.ts';
import { linesIn } from '../../surveys/option-rules.ts';
import { called } from '../../surveys/number-rules.ts';
import { withoutDangling } from '../../surveys/routing.ts';
import { added, FileRefused, shortened, type Here, type Imported, type Left } from '../import-rules.ts';
import { COLUMNS, NOTES } from './column-rules.ts';
import { everyKind, kindName, kindNamed } from './kind-name-rules.ts';
import { fieldsOf, questionOf, type Cells } from './row-rules.ts';
import { isExample, tooLong, type Table } from './sheet-rules.ts';

type Row = { n: number; cells: Cells };

/** Throws FileRefused with every problem. */
export function importTable(table: Table, here: Here): Imported {
  const { rows, left } = rowsIn(table);
  const work = new Work(here);
  for (const row of rows) work.add(row);
  const { definition, gone } = work.finish();
  const counts = added({ languages: 1 }, ...rows.map(sizeOf));
  return { title: '', definition, left: [...left, ...work.left, ...gone], found: counts, came: counts };
}

const sizeOf = ({ cells }: Row) => ({ questions: 1, options: linesIn(cells['options'] ?? '').length });

const MOST_ROWS = 1_000;
const TEMPLATE = 'Take the template, and write your questions into it.';

function rowsIn(table: Table): { rows: Row[]; left: Left[] } {
  const at = table.findIndex(row => row.some(cell => cell.trim() !== ''));
  const head = (table[at] ?? []).map(cell => fieldNamed(cell));
  const missing = ['kind', 'ask'].filter(field => !head.includes(field)).map(headingOf);
  if (missing.length > 0)
    throw new FileRefused(
      `The first row has to name the columns; there is no ‘${missing.join('’ and no ‘')}’. ${TEMPLATE}`,
    );
  const twice = head.find((field, place) => field !== null && head.indexOf(field) < place);
  if (twice) throw new FileRefused(`Two columns are called ‘${headingOf(twice)}’. Take one of them out.`);
  const below = table.slice(at + 1).map((row, place) => ({ row, n: at + place + 2 }));
  const all = below.map(({ row, n }) => ({ n, cells: cellsIn(row, head) })).filter(isFilled);
  if (all.length > MOST_ROWS) throw new FileRefused(tooLong(MOST_ROWS));
  return {
    rows: all.filter(({ cells }) => !isExample(cells)),
    left: [
      ...strangers(table[at] ?? [], head, below),
      ...all.filter(({ cells }) => isExample(cells)).map(({ n }) => exampleLeft(n)),
    ],
  };
}

/** The field whose column is called so. */
export const fieldNamed = (heading: string): string | null => {
  const plain = heading.trim().toLowerCase();
  return COLUMNS.find(each => each.heading.toLowerCase() === plain)?.field ?? null;
};
const headingOf = (field: string): string => COLUMNS.find(each => each.field === field)?.heading ?? field;

const cellsIn = (row: readonly string[], head: readonly (string | null)[]): Cells =>
  Object.fromEntries(head.flatMap((field, at) => (field === null ? [] : [[field, row[at] ?? '']])));

const isFilled = ({ cells }: Row): boolean => Object.values(cells).some(cell => cell.trim() !== '');

const exampleLeft = (n: number): Left => ({
  where: `Row ${n}`,
  what: 'the example of the template',
  todo: 'Take it out, or write over it.',
});

/** Columns that nobody here knows, where something stands in them. */
function strangers(
  headings: readonly string[],
  head: readonly (string | null)[],
  below: readonly { row: readonly string[]; n: number }[],
): Left[] {
  const width = Math.max(head.length, ...below.map(({ row }) => row.length));
  const unknown = Array.from({ length: width }, (_, at) => at).filter(
    at => !head[at] && headings[at]?.trim() !== NOTES,
  );
  return unknown.flatMap(at => {
    const filled = below.filter(({ row }) => (row[at] ?? '').trim() !== '').map(({ n }) => n);
    if (filled.length === 0) return [];
    const where = headings[at]?.trim() ? `Column ‘${headings[at]}’` : `Column ${at + 1}, which has no name`;
    return [
      {
        where,
        what: `what stands in it (rows ${filled.slice(0, 10).join(', ')}${filled.length > 10 ? ' and more' : ''})`,
        todo: 'Give it the name of a column in the template.',
      },
    ];
  });
}

const MOST_PROBLEMS = 30;
const KINDS_LISTED = `The kinds are ${everyKind.map(kind => `‘${kindName(kind)}’`).join(', ')}.`;

/** Row after row; what is wrong is gathered, so that all of it can be mended at once. */
class Work {
  readonly left: Left[] = [];
  readonly #questions: Question[] = [];
  readonly #problems: string[] = [];
  /** A row says no kind, so that the kinds are listed. */
  #isKindAsked = false;
  /** The ids that stand in the file. */
  readonly #seen = new Set<string>();
  readonly #here: Here;
  readonly #used: string[];

  constructor(here: Here) {
    this.#here = here;
    this.#used = [...here.used, ...(here.current?.questions ?? []).map(question => question.id)];
  }

  add({ n, cells }: Row): void {
    const before = this.#before(n, cells);
    if (!before) return;
    const read = questionOf({ ...cells, kind: kindName(before.kind), id: before.id }, before);
    if (read.ok) this.#questions.push(read.question);
    else for (const [field, message] of Object.entries(read.errors)) this.#wrong(n, field, message);
    const takes = fieldsOf(before.kind);
    for (const { field, heading } of COLUMNS) {
      if (takes.has(field) || (cells[field] ?? '').trim() === '') continue;
      this.left.push({
        where: `Row ${n}, ‘${heading}’`,
        what: `‘${shortened(cells[field] ?? '')}’, which a question of the kind ‘${kindName(before.kind)}’ has no use for`,
        todo: 'Look whether the kind is the one that you want.',
      });
    }
  }

  /** The question that a row changes, or a new one. */
  #before(n: number, cells: Cells): Question | null {
    const written = (cells['kind'] ?? '').trim();
    const kind = kindNamed(written);
    if (kind === null) {
      const said = written === '' ? 'Say which kind of question it is' : `There is no kind ‘${shortened(written)}’`;
      this.#wrong(n, 'kind', `${said}.`);
      this.#isKindAsked = true;
      return null;
    }
    const id = (cells['id'] ?? '').trim();
    if (id !== '' && this.#seen.has(id)) {
      this.#wrong(n, 'id', `${id} is there twice. Leave it empty in the new one.`);
      return null;
    }
    this.#seen.add(id);
    const same = this.#here.current?.questions.find(question => question.id === id);
    if (same?.kind === kind) return same;
    if (same) this.#turned(n, same);
    const fresh = same ? id : nextQuestionId(this.#used);
    this.#used.push(fresh);
    return blank(defaultQuestion(kind, fresh));
  }

  #turned(n: number, { next, editions }: Question): void {
    if (!next && !editions) return;
    this.left.push({
      where: `Row ${n}, ‘Kind’`,
      what: 'its rules, and what it says in other versions: it is another kind of question now',
      todo: 'Write them again in the builder.',
    });
  }

  #wrong(n: number, field: string, message: string): void {
    this.#problems.push(`Row ${n}, ‘${headingOf(field)}’: ${message}`);
  }

  finish(): { definition: Definition; gone: Left[] } {
    const most = this.#problems.slice(0, MOST_PROBLEMS);
    const more = this.#problems.length - most.length;
    const others = more > 0 ? [`And ${more} more like these.`] : [];
    if (most.length > 0) throw new FileRefused(...most, ...others, ...(this.#isKindAsked ? [KINDS_LISTED] : []));
    const { current } = this.#here;
    const whole: Definition = { ...(current ?? { format: 1 }), questions: this.#questions };
    const { definition, touched } = withoutDangling(whole);
    return { definition, gone: touched.map(id => ruleLeft(called(definition, id))) };
  }
}

/** Without the empty answers that the builder begins with, which would take the first ids. */
const blank = (question: Question): Question =>
  'options' in question && question.kind !== 'who-is-answering' ? { ...question, options: [] } : question;

const ruleLeft = (where: string): Left => ({
  where,
  what: 'a rule that names what is not there any more',
  todo: 'Look where it leads now.',
});
