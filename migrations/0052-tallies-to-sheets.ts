import type { Kysely } from 'kysely';

type Place = { consultation_id: string; dimension: string; value: string };
type Cell = Place & { question: string; option: string; count: number };
type Tables = { tallies: Cell; tally_sheets: Place & { counts: string } };

/** Moves every count to its sheet. Begun again, it begins from nothing. */
export async function up(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('tally_sheets').execute();
  const cells = await db.selectFrom('tallies').selectAll().execute();
  const sheets = Map.groupBy(cells, cell => JSON.stringify([cell.consultation_id, cell.dimension, cell.value]));
  for (const [key, list] of sheets) {
    const [consultation_id, dimension, value] = JSON.parse(key) as [string, string, string];
    const counts = Object.fromEntries(list.map(({ question, option, count }) => [`${question} ${option}`, count]));
    const row = { consultation_id, dimension, value, counts: JSON.stringify(counts) };
    await db.insertInto('tally_sheets').values(row).execute();
  }
}
