import { dialectOf, type Db } from '../db/dialect.ts';
import { addKept, runKept } from '../db/kept-words.ts';
import type { TallySheet } from '../db/schema.ts';
import { addCells, bySheet, cellsOn, EMPTY, keyOf, peopleOn, type Place } from './sheet-rules.ts';
import { ANSWERED, type Dimension, type Tally } from './tally-rules.ts';

/** Adds to the counts; what comes to nothing goes. The sheets are held until the transaction ends. */
export async function addToTallies(tx: Db, cells: readonly Tally[]): Promise<void> {
  const changes = bySheet(cells);
  const held = new Map((await holdSheets(tx, changes)).map(sheet => [keyOf(sheet), sheet.counts]));
  const sheets = changes.map(({ place, cells: added }) => ({
    ...place,
    counts: addCells(held.get(keyOf(place)) ?? EMPTY, added),
  }));
  await addKept(tx, 'write tallies', sheets, part => writeSheets(tx, part));
  const emptied = new Set(sheets.filter(sheet => sheet.counts === EMPTY).map(sheet => sheet.consultation_id));
  for (const id of emptied) {
    await tx.deleteFrom('tally_sheets').where('consultation_id', '=', id).where('counts', '=', EMPTY).execute();
  }
}

/** On SQLite a write transaction already holds them all. On PostgreSQL those that are not there yet are held as well. */
async function holdSheets(tx: Db, wanted: readonly { place: Place }[]): Promise<TallySheet[]> {
  if (wanted.length === 0) return [];
  if (dialectOf(tx) === 'sqlite') return (await Promise.all(wanted.map(({ place }) => findSheet(tx, place)))).flat();
  return tx
    .insertInto('tally_sheets')
    .values(wanted.map(({ place }) => ({ ...place, counts: EMPTY })))
    .onConflict(conflict => conflict.columns([...KEY]).doUpdateSet(eb => ({ counts: eb.ref('tally_sheets.counts') })))
    .returningAll()
    .execute();
}

const KEY = ['consultation_id', 'dimension', 'value'] as const;

function findSheet(tx: Db, { consultation_id, dimension, value }: Place): Promise<TallySheet[]> {
  const query = () =>
    tx
      .selectFrom('tally_sheets')
      .selectAll()
      .where('consultation_id', '=', consultation_id)
      .where('dimension', '=', dimension)
      .where('value', '=', value);
  return runKept(tx, 'tally sheet', [consultation_id, dimension, value], query);
}

const writeSheets = (tx: Db, sheets: readonly TallySheet[]) =>
  tx
    .insertInto('tally_sheets')
    .values([...sheets])
    .onConflict(conflict => conflict.columns([...KEY]).doUpdateSet(eb => ({ counts: eb.ref('excluded.counts') })));

/** The counts of one consultation, over these dimensions or over all. */
export async function listTallies(db: Db, consultationId: string, dimensions?: readonly Dimension[]): Promise<Tally[]> {
  const all = db.selectFrom('tally_sheets').selectAll().where('consultation_id', '=', consultationId);
  const sheets = await (dimensions ? all.where('dimension', 'in', [...dimensions]) : all).execute();
  return sheets.flatMap(cellsOn);
}

/** How many people answered on each day so far: few rows, however many answers there are. */
export async function listArrivals(db: Db, consultationId: string): Promise<Tally[]> {
  const days = await listTallies(db, consultationId, ['day']);
  return days.filter(({ question, option }) => question === '' && option === ANSWERED);
}

/** How many responses each consultation has now. For the team; others see the snapshot's number. */
export async function countResponses(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const sheets = await db
    .selectFrom('tally_sheets')
    .selectAll()
    .where('consultation_id', 'in', [...ids])
    .where('dimension', '=', 'all')
    .execute();
  return new Map(sheets.map(sheet => [sheet.consultation_id, peopleOn(sheet)]));
}
