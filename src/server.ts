import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { migrate } from './db/migrate.ts';
import { offerSetup } from './people/setup.ts';
import { serveApp } from './serve.ts';

const OLDEST_NODE = 26;

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new ConfigError(
      `Node ${process.versions.node} is too old. Start with npm start, which brings Node ${OLDEST_NODE}.`,
    );
  }
  const config = readConfig(process.env);
  const db = openDatabase(config.database);
  await migrate(db);
  const { deps } = await serveApp({ db, config, log: pino({ level: config.logLevel }) });
  const setup = await offerSetup(deps);
  if (setup) console.log(`Set up the first administrator (this link works once): ${setup}`);
  if (!config.smtp) console.log(`No SMTP_URL is set: mails are written to ${config.mailFolder}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
