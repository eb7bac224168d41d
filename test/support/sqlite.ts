import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The SQLite file that each test's own is copied from. */
    sqlite: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-sqlite-'));
  const template = join(folder, 'template.db');
  const database = openDatabase(template);
  await migrate(database);
  // Closing it puts all that was written into the one file.
  await database.close();
  project.provide('sqlite', template);
  return () => rmSync(folder, { recursive: true, force: true });
}
