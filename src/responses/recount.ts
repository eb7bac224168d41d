import { sumDeltas, type Delta } from '../analysis/tally-rules.ts';
import type { Db } from '../db/dialect.ts';
import type { Tally } from '../db/schema.ts';
import { listResponses, listTallies } from './queries.ts';
import { countedAs, tallyRows, type Version } from './settle-rules.ts';

/** A count that is not what the responses say: what the tally holds, and what it should. */
export type Difference = { cell: string; held: number; counted: number };

/** Counts the responses of a consultation anew, page by page, and compares; empty when every tally is right. */
export async function recount(
  db: Db,
  consultationId: string,
  version: (id: string) => Promise<Version>,
): Promise<Difference[]> {
  let sums: Delta[] = [];
  let after = '';
  for (;;) {
    const page = await listResponses(db, consultationId, after);
    for (const response of page) sums.push(...countedAs(response, await version(response.version_id), 1));
    sums = sumDeltas(sums);
    const last = page.at(-1);
    if (!last) break;
    after = last.id;
  }
  return differences(await listTallies(db, consultationId), tallyRows(consultationId, sums));
}

function differences(held: readonly Tally[], counted: readonly Tally[]): Difference[] {
  const [one, other] = [countsOf(held), countsOf(counted)];
  const cells = [...new Set([...one.keys(), ...other.keys()])];
  const both = cells.map(cell => ({ cell, held: one.get(cell) ?? 0, counted: other.get(cell) ?? 0 }));
  return both.filter(each => each.held !== each.counted);
}

const countsOf = (rows: readonly Tally[]): Map<string, number> =>
  new Map(rows.map(row => [`${row.question} ${row.option} ${row.dimension} ${row.value}`, row.count]));
