import { londonDay } from '../../src/calendar/london.ts';
import type { Config } from '../../src/config.ts';
import type { Dialect } from '../../src/db/dialect.ts';
import { hashToken, randomToken } from '../../src/db/ids.ts';
import type { DemoIds } from '../../src/demo/ids.ts';
import { loadDemo } from '../../src/demo/load.ts';
import { addSession } from '../../src/people/queries.ts';
import type { Visitor } from './visitor.ts';
import { createWorld, type World } from './world.ts';

export type DemoWorld = World & { ids: DemoIds };

/** The demo's partnership, with a consultation in every state, behind a clock that a test can turn. */
export async function createDemoWorld(dialect: Dialect, settings: Partial<Config> = {}): Promise<DemoWorld> {
  let ids: DemoIds | undefined;
  const world = await createWorld(dialect, '2026-11-22', settings, async (db, now) => {
    ids = await loadDemo(db, londonDay(now));
    return { council: ids.organisations.get('council') ?? '', health: ids.organisations.get('nhs') ?? '' };
  });
  if (!ids) throw new Error('The demo was not loaded.');
  return Object.assign(world, { ids });
}

/** Somebody of the demo, by their key in its content, signed in. */
export async function signInAs(world: DemoWorld, key: string): Promise<Visitor> {
  const personId = world.ids.people.get(key) ?? '';
  const token = randomToken();
  const row = { tokenHash: hashToken(token), personId, now: world.deps.now().toString() };
  await addSession(world.db.write, { ...row, expiresAt: '2099-01-01T00:00:00.000Z' });
  const visitor = world.visitor();
  visitor.cookies.set('session', { value: token, path: '/' });
  return visitor;
}
