import { createApp, type App } from '../../src/app.ts';
import { savePartnership } from '../../src/charters/queries.ts';
import { worcestershire } from '../../src/charters/presets/worcestershire.ts';
import { readConfig, type Config } from '../../src/config.ts';
import { growStamp } from '../../src/audit/queries.ts';
import type { Database, Dialect } from '../../src/db/dialect.ts';
import { hashToken, randomId, randomToken } from '../../src/db/ids.ts';
import { addGrant, addOrganisation, addPerson, addSession } from '../../src/people/queries.ts';
import type { Role } from '../../src/people/roles.ts';
import { createTestDatabase } from './databases.ts';
import { Visitor } from './visitor.ts';

/** A partnership with a clock that a test can turn. */
export type World = {
  app: App['app'];
  deps: App['deps'];
  routes: App['routes'];
  db: Database;
  address: string;
  organisations: { council: string; health: string };
  /** Turns the clock: an ISO day (noon in London) or an instant. */
  setNow(to: string): void;
  visitor(): Visitor;
  /** A new person of that role, signed in. Of the council unless another organisation is named. */
  signIn(role: Role, organisation?: string): Promise<Visitor & { personId: string }>;
  close(): Promise<void>;
};

const ORIGIN = 'http://localhost:3000';

/** Puts a partnership into an empty database and gives two of its organisations. */
export type Furnish = (db: Database, now: Temporal.Instant, config: Config) => Promise<World['organisations']>;

export async function createWorld(
  dialect: Dialect,
  at = '2026-11-22',
  settings: Partial<Config> = {},
  furnish: Furnish = aPartnership,
): Promise<World> {
  const { database, address, drop } = await createTestDatabase(dialect);
  let now = readInstant(at);
  const config = { ...readConfig({ NODE_ENV: 'test', PUBLIC_URL: ORIGIN, LOG_LEVEL: 'silent' }), ...settings };
  const organisations = await furnish(database, now, config);
  const { app, deps, routes } = await createApp({ db: database, config, now: () => now });
  const visitor = () => new Visitor(app, config.publicUrl);
  return {
    app,
    deps,
    routes,
    db: database,
    address,
    organisations,
    visitor,
    setNow: to => void (now = readInstant(to)),
    signIn: async (role, organisation = organisations.council) =>
      signedIn(database, visitor(), role, organisation, now),
    close: drop,
  };
}

function readInstant(text: string): Temporal.Instant {
  if (text.includes('T')) return Temporal.Instant.from(text);
  return Temporal.PlainDate.from(text).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '12:00' }).toInstant();
}

const aPartnership: Furnish = async (db, at) => {
  const ids = { council: randomId(), health: randomId() };
  const now = at.toString();
  await savePartnership(db.write, {
    name: 'Working together in Brackenshire',
    strapline: 'Tell us what works and what does not.',
    help_phone: '01632 960 123',
    help_hours: '',
    help_email: 'help@brackenshire.example',
    post_address: 'SEND team, County Hall, Brackenshire',
    urgent_words: 'If a child is in danger now, call 999. To report a worry, call 01632 960 999.',
    child_phone: '',
    privacy_words: 'Brackenshire County Council looks after your answers.',
    strong_colour: '#0b5c5e',
    charter: JSON.stringify(worcestershire),
  });
  await addOrganisation(db.write, {
    id: ids.council,
    name: 'Brackenshire County Council',
    kind: 'council',
    created_at: now,
  });
  await addOrganisation(db.write, {
    id: ids.health,
    name: 'Brackenshire Health Board',
    kind: 'health',
    created_at: now,
  });
  await growStamp(db.write);
  return ids;
};

let count = 0;

async function signedIn(db: Database, visitor: Visitor, role: Role, organisation: string, now: Temporal.Instant) {
  const personId = randomId();
  const name = `Sam ${role} ${++count}`;
  const email = `sam${count}@brackenshire.example`;
  const at = now.toString();
  await addPerson(db.write, {
    id: personId,
    organisation_id: organisation,
    name,
    email,
    post: role,
    created_at: at,
    ended_at: null,
  });
  await addGrant(db.write, personId, role, null, at);
  const token = randomToken();
  await addSession(db.write, { tokenHash: hashToken(token), personId, now: at, expiresAt: '2099-01-01T00:00:00.000Z' });
  visitor.cookies.set('session', { value: token, path: '/' });
  return Object.assign(visitor, { personId });
}
