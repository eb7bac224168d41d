import type { Kysely } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import type { Tally } from '../../src/analysis/tally-rules.ts';
import { up as toSheets } from '../../migrations/0052-tallies-to-sheets.ts';
import { up as drop } from '../../migrations/0053-drop-tallies.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { talliesOf } from '../support/tallies.ts';
import { createWorld, type World } from '../support/world.ts';
import { sendAll, usual } from '../analysis/sent.ts';

onBothDatabases('counts that were kept cell by cell', dialect => {
  let world: World;
  let of: Planned;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    of = await openConsultation(world, await world.signIn('officer'), { closes_on: '2026-12-14' });
    await sendAll(world, of, [usual(), usual()]);
  });
  afterEach(() => world.close());

  test('are all on their sheets after the move, also when it was cut short and begun again', async () => {
    const db = world.db.write as unknown as Kysely<{ tallies: Tally }>;
    const cells = await talliesOf(world);
    expect(cells.length).toBeGreaterThan(20);
    await db.schema
      .createTable('tallies')
      .addColumn('consultation_id', 'text')
      .addColumn('question', 'text')
      .addColumn('option', 'text')
      .addColumn('dimension', 'text')
      .addColumn('value', 'text')
      .addColumn('count', 'integer')
      .execute();
    await db.insertInto('tallies').values(cells).execute();
    await world.db.write.deleteFrom('tally_sheets').where('dimension', '=', 'day').execute();
    await toSheets(world.db.write as unknown as Parameters<typeof toSheets>[0]);
    await drop(world.db.write as unknown as Parameters<typeof drop>[0]);
    expect(await recount(world.db.read, of.id)).toEqual([]);
  });
});
