import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Migrator, type Migration } from 'kysely/migration';
import type { Database } from './dialect.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');

/** Brings the tables up to date. Throws the first error, which names the migration. */
export async function migrate(database: Database): Promise<void> {
  const migrator = new Migrator({ db: database.write, provider: { getMigrations: readMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (!error) return;
  const failed = results?.find(result => result.status === 'Error')?.migrationName ?? 'the first one';
  throw new Error(`Migration ${failed} failed: ${error instanceof Error ? error.message : String(error)}`);
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const files = (await readdir(FOLDER)).filter(file => file.endsWith('.ts')).sort();
  const entries = files.map(async file => {
    const migration = (await import(pathToFileURL(join(FOLDER, file)).href)) as Migration;
    return [file.replace(/\.ts$/, ''), migration] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
