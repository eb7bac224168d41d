import { addToTallies, listTallies } from '../../src/analysis/tally-queries.ts';
import { cellsOn } from '../../src/analysis/sheet-rules.ts';
import type { Tally, TallyRow } from '../../src/analysis/tally-rules.ts';
import type { World } from './world.ts';

/** Every count of a consultation, or of all. */
export async function talliesOf({ db }: World, consultationId?: string): Promise<Tally[]> {
  if (consultationId !== undefined) return listTallies(db.read, consultationId);
  return (await db.read.selectFrom('tally_sheets').selectAll().execute()).flatMap(cellsOn);
}

/** How many one cell counts; without a value the only one of its dimension. */
export async function countIn(world: World, cell: Partial<TallyRow>, consultationId?: string): Promise<number> {
  const wanted = Object.entries(cell);
  const found = (await talliesOf(world, consultationId)).filter(each =>
    wanted.every(([name, value]) => each[name as keyof TallyRow] === value),
  );
  if (found.length > 1) throw new Error(`${found.length} cells are meant.`);
  return found[0]?.count ?? 0;
}

/** Makes counts wrong, or right again. */
export const plantIn = ({ db }: World, cell: Tally): Promise<void> =>
  db.write.transaction().execute(tx => addToTallies(tx, [cell]));
