import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, inject } from 'vitest';
import type { Database, Dialect } from '../../src/db/dialect.ts';
import { randomId } from '../../src/db/ids.ts';
import { openDatabase } from '../../src/db/open.ts';
import { ask, copyPrefix, tablesWithRows, templateName } from './postgres.ts';
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

// Given back and empty. Copying the template takes a hundred times as long as emptying what was copied before.
const free: string[] = [];

async function createPostgres(): Promise<TestDatabase> {
  const base = inject('postgres');
  const name = free.pop() ?? (await copyTemplate(base));
  const address = `${base}${name}`;
  const database = openDatabase(address);
  const drop = async () => {
    await database.close();
    await empty(address);
    free.push(name);
  };
  return { database, address, drop };
}

async function copyTemplate(base: string): Promise<string> {
  const name = `${copyPrefix}${randomId()
    .replaceAll(/[^a-z0-9]/gi, '')
    .toLowerCase()}`;
  await ask(`${base}postgres`, async client => {
    // Two copies of one template at the same moment are refused; a lock makes them take turns.
    await client.query('select pg_advisory_lock(20261122)');
    await client.query(`create database ${name} template ${templateName} strategy file_copy`);
  });
  return name;
}

/** Whoever is still connected goes, then every row; vacuum leaves nothing of where and when they were written. */
async function empty(address: string): Promise<void> {
  await ask(address, async client => {
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()'); // prettier-ignore
    const used = await tablesWithRows(client);
    if (used.length === 0) return;
    // Rows go in whatever order: nothing watches what they refer to.
    await client.query(
      `set session_replication_role = replica; ${used.map(table => `delete from ${table}`).join(';')}`,
    );
    await client.query(`vacuum ${used.join(', ')}`);
  });
}
