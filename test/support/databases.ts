import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject } from 'vitest';
import type { Database, Dialect } from '../../src/db/dialect.ts';
import { randomId } from '../../src/db/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { templateName } from './postgres.ts';
import './sqlite.ts';

export type TestDatabase = { database: Database; address: string; drop(): Promise<void> };

/** Runs the same tests on SQLite and on PostgreSQL. */
export function onBothDatabases(title: string, tests: (dialect: Dialect) => void): void {
  for (const dialect of ['sqlite', 'postgres'] as const) describe(`${title} (${dialect})`, () => tests(dialect));
}

export async function createTestDatabase(dialect: Dialect): Promise<TestDatabase> {
  return dialect === 'sqlite' ? createSqlite() : createPostgres();
}

function createSqlite(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-test-'));
  const address = join(folder, 'test.db');
  copyFileSync(inject('sqlite'), address);
  const database = openDatabase(address);
  const drop = async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { database, address, drop };
}

async function createPostgres(): Promise<TestDatabase> {
  const base = inject('postgres');
  const name = `test_${randomId()
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase()}`;
  await command(base, `create database ${name} template ${templateName} strategy file_copy`);
  const database = openDatabase(`${base}${name}`);
  const drop = async () => {
    await database.close();
    await command(base, `drop database if exists ${name} with (force)`);
  };
  return { database, address: `${base}${name}`, drop };
}

async function command(base: string, words: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${base}postgres` });
  await client.connect();
  // Two copies of one template at the same moment are refused; a lock makes them take turns.
  await client.query('select pg_advisory_lock(20261122)');
  await client.query(words).finally(() => client.end());
}
