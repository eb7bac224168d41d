import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { londonDay } from './calendar/london.ts';
import { readConfig, type Config } from './config.ts';
import { migrate } from './db/migrate.ts';
import { openDatabase } from './db/open.ts';
import { loadDemo } from './demo/load.ts';
import { signInPeople } from './demo/content/index.ts';
import { createSignInLink } from './people/links.ts';
import { serveApp } from './serve.ts';

/** A believable partnership in a database that is thrown away: nothing is left when it ends. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-demo-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const config = demoConfig(folder);
  const db = openDatabase(config.database);
  await migrate(db);
  const ids = await loadDemo(db, config, londonDay(Temporal.Now.instant()));
  const { deps } = await serveApp({ db, config, log: pino({ level: config.logLevel }) });
  for (const [role, key] of Object.entries(signInPeople)) {
    console.log(`Sign in as ${role}: ${await createSignInLink(deps, ids.people.get(key) ?? '')}`);
  }
  console.log('Everything here is made up, and goes when you press Ctrl-C.');
}

function demoConfig(folder: string): Config {
  const port = process.env.PORT ?? '3000';
  const config = readConfig({ PORT: port, HOST: '127.0.0.1', LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' });
  return { ...config, database: join(folder, 'demo.db'), mailFolder: join(folder, 'mail'), reusableLinks: true };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
