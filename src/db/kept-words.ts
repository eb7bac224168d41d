import { CompiledQuery, type Compilable } from 'kysely';
import { dialectOf, type Db } from './dialect.ts';
import { DirectAdapter } from './direct.ts';

const MOST_SHAPES = 500;
const kept = new Map<string, string>();

/**
 * Runs a statement whose words are built once and kept, on SQLite straight on the connection: building them, and the way
 * there, cost several times what SQLite needs to run them, which counts where thousands come in a second. `shape` names the statement and all in which its words may differ, such
 * as the number of rows; `values` stand in the order of its words.
 */
export async function runKept<Row>(
  db: Db,
  shape: string,
  values: readonly unknown[],
  build: () => Compilable<Row>,
): Promise<Row[]> {
  const key = `${dialectOf(db)} ${shape}`;
  const words = kept.get(key) ?? keep(key, values, build());
  const { adapter } = db.getExecutor();
  if (adapter instanceof DirectAdapter && adapter.isFreeFor(db)) return adapter.run<Row>(words, values);
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(words, [...values]));
  return rows;
}

function keep(key: string, values: readonly unknown[], statement: Compilable<unknown>): string {
  const { sql, parameters } = statement.compile();
  const fits = parameters.length === values.length && parameters.every((value, at) => value === values[at]);
  if (!fits) throw new Error(`The values of '${key}' are not in the order of its words.`);
  if (kept.size >= MOST_SHAPES) kept.clear();
  kept.set(key, sql);
  return sql;
}

/** Adds rows that all have the same columns, in parts: `build` makes the statement for one part. */
export async function addKept<T extends object>(
  db: Db,
  shape: string,
  rows: readonly T[],
  build: (rows: T[]) => Compilable<unknown>,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}) as (keyof T & string)[];
  const inOrder = (row: T) => Object.fromEntries(columns.map(column => [column, row[column]])) as T;
  for (const part of inParts(db, rows)) {
    const values = part.flatMap(row => columns.map(column => row[column]));
    await runKept(db, `${shape} ${columns.join()} ${part.length}`, values, () => build(part.map(inOrder)));
  }
}

// On SQLite a few sizes that come back again and again; PostgreSQL may be far away, so there all go at once.
function inParts<T>(db: Db, rows: readonly T[]): T[][] {
  const sizes = dialectOf(db) === 'sqlite' ? [256, 128, 64, 32, 16, 8, 4, 2, 1] : [1000];
  const parts: T[][] = [];
  for (let at = 0; at < rows.length; at += parts.at(-1)?.length ?? 1) {
    const left = rows.length - at;
    const size = sizes.find(each => each <= left) ?? left;
    parts.push(rows.slice(at, at + size));
  }
  return parts;
}

/** A list of keys for `in`, its last one repeated up to a length that comes back again and again. */
export function evenKeys(keys: readonly string[]): string[] {
  const [last = ''] = keys.slice(-1);
  const length = 2 ** Math.ceil(Math.log2(keys.length));
  return [...keys, ...Array<string>(length - keys.length).fill(last)];
}
