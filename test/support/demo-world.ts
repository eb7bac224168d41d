import { londonDay } from '../../src/calendar/london.ts';
import { createConsultation } from '../../src/consultations/create.ts';
import { latestVersion } from '../../src/consultations/queries.ts';
import type { Config } from '../../src/config.ts';
import type { Database, Dialect } from '../../src/db/dialect.ts';
import { hashToken, randomToken } from '../../src/db/ids.ts';
import { shortBreaks } from '../../src/demo/content/short-breaks.ts';
import type { DemoIds } from '../../src/demo/ids.ts';
import { loadDemo } from '../../src/demo/load.ts';
import { addSession } from '../../src/people/queries.ts';
import { saveDefinition } from '../../src/surveys/queries.ts';
import type { Visitor } from './visitor.ts';
import { createWorld, type World } from './world.ts';

export type DemoWorld = World & { ids: DemoIds };

/** The demo's partnership, with a consultation in every state, behind a clock that a test can turn. */
export async function createDemoWorld(dialect: Dialect, settings: Partial<Config> = {}): Promise<DemoWorld> {
  let ids: DemoIds | undefined;
  const world = await createWorld(dialect, '2026-11-22', settings, async (db, now, config) => {
    ids = await loadDemo(db, config, londonDay(now));
    await addUnpublished(db, ids, now);
    return { council: ids.organisations.get('council') ?? '', health: ids.organisations.get('nhs') ?? '' };
  });
  if (!ids) throw new Error('The demo was not loaded.');
  return Object.assign(world, { ids });
}

/** The demo shows what is public; a plan that is still being written, with questions, is here for the desk. */
async function addUnpublished(db: Database, ids: DemoIds, now: Temporal.Instant): Promise<void> {
  const who = { id: ids.people.get('officer') ?? '', organisationId: ids.organisations.get('council') ?? '' };
  const { id } = await createConsultation(db.write, who, { title: 'A plan that is being written', now });
  const version = await latestVersion(db.write, id);
  await saveDefinition(db.write, version?.id ?? '', JSON.stringify(shortBreaks(londonDay(now)).survey));
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
