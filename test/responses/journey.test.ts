import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerAll, headingIn, referenceIn, sendAll } from './family.ts';

onBothDatabases('the journey', dialect => {
  let world: World;
  let planned: Planned;
  beforeAll(async () => {
    world = await createWorld(dialect);
    planned = await openConsultation(world, await world.signIn('officer'));
  });
  afterAll(() => world.close());

  test('a family answers, checks, sends and gets a reference', async () => {
    const visitor = world.visitor();
    const check = await answerAll(visitor, planned.slug);
    expect(headingIn(check)).toBe('Check your answers');
    expect(check).toContain('More Saturday clubs, please.');
    const sent = await sendAll(world.visitor(), planned.slug);
    expect(referenceIn(sent)).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
  });
});
