import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestPublication } from '../../src/publications/queries.ts';
import { publishedVersion } from '../../src/consultations/queries.ts';
import { openConsultation } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('publishing', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  test('a complete plan is published with its survey', async () => {
    const officer = await world.signIn('officer');
    const { id } = await openConsultation(world, officer);
    expect((await latestPublication(world.db.read, 'consultation', id))?.version).toBe(1);
    expect((await publishedVersion(world.db.read, id))?.number).toBe(1);
  });
});
