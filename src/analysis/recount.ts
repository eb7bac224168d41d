import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import type { Schema } from '../db/schema.ts';
import { readDefinition } from '../surveys/definition.ts';
import { findVersion, listResponses } from '../responses/queries.ts';
import { countedAs, tallyRows, type Version } from '../responses/settle-rules.ts';
import { addToTallies, listTallies } from './tally-queries.ts';
import type { Tally } from './tally-rules.ts';

/** A count that is not what the responses say. */
export type Difference = Omit<Tally, 'count' | 'consultation_id'> & { kept: number; counted: number };

/**
 * Counts a consultation again from its responses and compares. Gives what differs; nothing when all is well. Reads every
 * response, so it belongs in a worker. First by pages, without holding anything up; what then seems to differ may only
 * have arrived meanwhile, so it is counted once more as it stands at one moment.
 */
export async function recount(db: Kysely<Schema>, consultationId: string): Promise<Difference[]> {
  if ((await compare(db, consultationId)).length === 0) return [];
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(tx => compare(tx, consultationId));
}

async function compare(db: Db, consultationId: string): Promise<Difference[]> {
  const kept = new Map((await listTallies(db, consultationId)).map(row => [keyOf(row), row]));
  const counted = await countAgain(db, consultationId);
  const keys = [...new Set([...kept.keys(), ...counted.keys()])].sort();
  return keys.flatMap(key => {
    const cell = kept.get(key) ?? counted.get(key);
    const [was, is] = [kept.get(key)?.count ?? 0, counted.get(key)?.count ?? 0];
    if (!cell || was === is) return [];
    const { question, option, dimension, value } = cell;
    return [{ question, option, dimension, value, kept: was, counted: is }];
  });
}

const keyOf = ({ question, option, dimension, value }: Omit<Tally, 'count' | 'consultation_id'>): string =>
  [dimension, value, question, option].join('\n');

async function countAgain(db: Db, consultationId: string): Promise<Map<string, Tally>> {
  const sums = new Map<string, Tally>();
  const versions = new Map<string, Version>();
  let after = '';
  for (;;) {
    const page = await listResponses(db, consultationId, after);
    const deltas = [];
    for (const response of page) {
      const version = versions.get(response.version_id) ?? (await readVersion(db, response.version_id));
      versions.set(version.id, version);
      deltas.push(...countedAs(response, version, 1));
      after = response.id;
    }
    for (const row of tallyRows(consultationId, deltas)) {
      const sum = sums.get(keyOf(row));
      if (sum) sum.count += row.count;
      else sums.set(keyOf(row), row);
    }
    if (page.length === 0) return sums;
  }
}

export async function readVersion(db: Db, id: string): Promise<Version> {
  const row = await findVersion(db, id);
  if (!row) throw new Error('A response has a survey version.');
  return { id, number: row.number, definition: readDefinition(row.definition) };
}

/**
 * Puts the counts right, with an audit row by the clock. Adds what is missing instead of setting a number, so answers
 * that arrive meanwhile stay counted; a cell that somebody else has put right in the meantime is left alone.
 */
export function repairTallies(
  db: Kysely<Schema>,
  consultationId: string,
  differences: readonly Difference[],
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id: consultationId };
  const doing = { person: null, act: 'repair tallies', subject, detail: { cells: differences.length }, now };
  return act(db, doing, async tx => {
    const current = new Map((await listTallies(tx, consultationId)).map(row => [keyOf(row), row.count]));
    const wrong = differences.filter(each => (current.get(keyOf(each)) ?? 0) === each.kept);
    const rows = wrong.map(({ kept, counted, ...cell }) => ({
      consultation_id: consultationId,
      ...cell,
      count: counted - kept,
    }));
    await addToTallies(tx, rows);
  });
}
