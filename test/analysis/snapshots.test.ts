import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPicture, peopleHeard } from '../../src/analysis/queries.ts';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { growStamp, readStamp } from '../../src/audit/queries.ts';
import { updateConsultation } from '../../src/consultations/queries.ts';
import { openConsultation, planConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { many, sendAll } from './sent.ts';

onBothDatabases('snapshots', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
  });
  afterEach(() => world.close());

  const heard = async () => (await peopleHeard(world.db.read, [of.id])).get(of.id);
  const renew = () => renewSnapshots(world.deps);

  test('K08 while it is open the picture stays at least ten answers behind, and moves ten at a time', async () => {
    await sendAll(world, of, many(12));
    expect(await renew()).toBe(0);
    world.setNow('2026-11-23');
    await sendAll(world, of, many(9));
    expect(await renew()).toBe(0);
    expect(await heard()).toBeUndefined();
    await sendAll(world, of, many(1));
    expect(await renew()).toBe(1);
    expect(await heard()).toBe(12);
    world.setNow('2026-11-24');
    await sendAll(world, of, many(9));
    expect(await renew()).toBe(0);
    await sendAll(world, of, many(1));
    expect(await renew()).toBe(1);
    expect(await heard()).toBe(22);
    expect(await renew()).toBe(0);
  });

  test('once after the close it is counted to the end, and not again for a few', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-12-15T00:31:59Z');
    expect(await renew()).toBe(0);
    world.setNow('2026-12-15T00:32:00Z');
    expect(await renew()).toBe(1);
    expect(await heard()).toBe(12);
    expect((await findPicture(world.db.read, of.id))?.afterClose).toBe(true);
    expect(await renew()).toBe(0);
    world.setNow('2027-01-15');
    expect(await renew()).toBe(0);
  });

  test('K08 a closing day that moves brings another picture only when ten more came', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-12-15');
    await renew();
    await updateConsultation(world.db.write, of.id, { closes_on: '2026-12-20' });
    await growStamp(world.db.write);
    await world.deps.watch.look();
    await sendAll(world, of, many(3));
    expect(await renew()).toBe(0);
    world.setNow('2026-12-21');
    expect(await renew()).toBe(0);
    expect(await heard()).toBe(12);
  });

  test('public pages are told of a new picture, and only then', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-12-15');
    const before = await readStamp(world.db.read);
    await renew();
    expect(await readStamp(world.db.read)).toBe(before + 1);
    await renew();
    expect(await readStamp(world.db.read)).toBe(before + 1);
  });

  test('two instances at the same moment take one picture', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-12-15');
    const taken = await Promise.all([renew(), renew(), renew()]);
    expect(taken.sort()).toEqual([0, 0, 1]);
  });

  test('two instances that renew a picture at the same moment replace it once', async () => {
    await sendAll(world, of, many(12));
    world.setNow('2026-11-23');
    await sendAll(world, of, many(10));
    await renew();
    world.setNow('2026-12-15');
    const taken = await Promise.all([renew(), renew(), renew()]);
    expect(taken.sort()).toEqual([0, 0, 1]);
    expect(await heard()).toBe(22);
  });

  test('what is not published has no picture', async () => {
    const draft = await planConsultation(world, officer, { title: 'Not yet' });
    world.setNow('2027-06-01');
    await renew();
    expect(await findPicture(world.db.read, draft.id)).toBeNull();
  });
});
