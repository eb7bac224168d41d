import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Contact, Response as ResponseRow } from '../../src/db/schema.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { listenToLog, type HeardLog } from '../support/log.ts';
import { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { linkIn, referenceIn, sendAll } from './family.ts';

const FAMILIES = 60;
// A guess without knowledge is right about once in sixty; hiding among 32 leaves a few more.
const MOST_RIGHT = 12;

type Family = { email: string; reference: string; token: string };
type Row = Record<string, unknown>;
/** On PostgreSQL each row says which transaction wrote it. */
type Written<T> = T & { xmin?: number };

// Each family sends, and at once leaves an address: the order in which everything arrives is known to the test alone.
onBothDatabases('K08 an address and an answer', dialect => {
  let world: World;
  let planned: Planned;
  let log: HeardLog;
  const families: Family[] = [];
  let dump: Map<string, Row[]>;

  beforeAll(async () => {
    world = await createWorld(dialect);
    planned = await openConsultation(world, await world.signIn('officer'));
    log = listenToLog();
    const { config, now } = world.deps;
    const { app } = await createApp({ db: world.db, config, now, log: log.logger });
    for (let n = 0; n < FAMILIES; n++) families.push(await answerAndLeave(new Visitor(app, config.publicUrl), n));
    dump = await dumpOf(world);
  });
  afterAll(() => world.close());

  async function answerAndLeave(visitor: Visitor, n: number): Promise<Family> {
    const sent = await sendAll(visitor, planned.slug);
    const email = `family${n}x${(n * 7919) % 1000}@home.example`;
    await visitor.post(`/consultations/${planned.slug}/news`, { way: 'email', email });
    return { email, reference: referenceIn(sent), token: linkIn(sent).split('/').at(-1) ?? '' };
  }

  const contacts = () => (dump.get('contacts') ?? []) as Written<Contact>[];
  const responses = () => (dump.get('responses') ?? []) as Written<ResponseRow>[];

  /** How many contacts are tied to their own response by these guesses. */
  function right(guess: (contact: Written<Contact>, at: number) => ResponseRow | undefined): number {
    const truth = new Map(families.map(family => [family.email, family.reference]));
    return contacts().filter((contact, at) => guess(contact, at)?.reference === truth.get(contact.address)).length;
  }

  test('K08 no join of the database, its dump or the log ties a contact to a response', () => {
    expect(contacts()).toHaveLength(FAMILIES);
    expect(responses()).toHaveLength(FAMILIES);
    const byKey = responses().toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const ranks = new Map(contacts().toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((each, at) => [each.id, at])); // prettier-ignore
    const tries = {
      'in the order in which they lie': right((_contact, at) => responses()[at]),
      'in the opposite order': right((_contact, at) => responses().at(-1 - at)),
      'by the order of their keys': right(contact => byKey[ranks.get(contact.id) ?? -1]),
      'keys of contacts against the order of arrival': right(contact => responses()[ranks.get(contact.id) ?? -1]),
    };
    for (const [name, count] of Object.entries(tries)) expect(count, name).toBeLessThanOrEqual(MOST_RIGHT);
  });

  test('K08 the transaction that wrote a contact does not point to the one that wrote its answer', () => {
    if (dialect === 'sqlite') return;
    const written = (row: { xmin?: number }) => row.xmin ?? 0;
    const before = (contact: Written<Contact>) => responses().filter(each => written(each) < written(contact));
    const latest = (rows: Written<ResponseRow>[]) => rows.toSorted((a, b) => written(b) - written(a))[0];
    expect(right(contact => latest(before(contact)))).toBeLessThanOrEqual(MOST_RIGHT);
    const newest = Math.max(...contacts().map(written));
    expect(contacts().filter(each => written(each) === newest)).toHaveLength(32);
  });

  test('K08 a contact holds no time, no order and nothing that stands in another table', () => {
    const consultation = planned.id;
    for (const contact of contacts()) {
      const { xmin: _xmin, ...row } = contact;
      expect(Object.keys(row).sort()).toEqual(['address', 'consultation_id', 'id', 'name', 'way']);
      expect(JSON.stringify(row)).not.toMatch(/\d{4}-\d\d-\d\d|\d\d:\d\d/);
    }
    const others = [...dump].filter(([table]) => table !== 'contacts').map(([, rows]) => JSON.stringify(rows)).join(); // prettier-ignore
    for (const { id, address, consultation_id } of contacts()) {
      expect(consultation_id).toBe(consultation);
      expect(others).not.toContain(id);
      expect(others).not.toContain(address);
    }
  });

  test('K08 an answer keeps its day and no time, and its link is nowhere to be found', () => {
    for (const response of responses()) expect(JSON.stringify(response)).not.toMatch(/T\d\d:\d\d|\d\d:\d\d:\d\d/);
    const everything = JSON.stringify([...dump.values()]);
    for (const { token } of families) expect(everything).not.toContain(token);
    expect(dump.get('drafts')).toEqual([]);
  });

  test('K08 the log knows the patterns of addresses and nothing of who asked for them', () => {
    const text = log.text();
    expect(text).toContain('/consultations/:slug/news');
    expect(text).not.toContain(planned.slug);
    const secrets = families.flatMap(family => [family.email, family.reference, family.token]);
    const keys = [...contacts(), ...responses()].map(row => row.id);
    for (const secret of [...secrets, ...keys]) expect(text).not.toContain(secret);
    const fields = new Set(log.lines.flatMap(line => Object.keys(JSON.parse(line) as object)));
    for (const field of fields) expect(field).not.toMatch(/ip|addr|agent|cookie|token|url|path|header/i);
  });
});

test('K08 on SQLite contacts have no row number', async () => {
  const world = await createWorld('sqlite');
  await expect(sql`select rowid from contacts`.execute(world.db.read)).rejects.toThrow(/no such column/);
  await world.close();
});

/** Every row of every table as it lies, the way a dump reads it; on PostgreSQL with the transaction that wrote it. */
async function dumpOf({ db }: World): Promise<Map<string, Row[]>> {
  const postgres = db.dialect === 'postgres';
  const names = postgres
    ? sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`
    : sql<{ name: string }>`select name from sqlite_master where type = 'table'`;
  const tables = new Map<string, Row[]>();
  for (const { name } of (await names.execute(db.read)).rows) {
    const rows = postgres
      ? sql<Row>`select xmin::text::int as xmin, * from ${sql.table(name)} order by ctid`
      : sql<Row>`select * from ${sql.table(name)}`;
    tables.set(name, (await rows.execute(db.read)).rows);
  }
  return tables;
}
