import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { openDatabase } from './db/open.ts';
import { migrate } from './db/migrate.ts';
import { startWorker } from './jobs/worker.ts';
import { offerSetup } from './people/setup.ts';

const OLDEST_NODE = 26;

async function main(): Promise<void> {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new ConfigError(
      `Node ${process.versions.node} is too old. Start with npm start, which brings Node ${OLDEST_NODE}.`,
    );
  }
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel });
  const db = openDatabase(config.database);
  await migrate(db);
  const { app, deps } = createApp({ db, config, log });
  const worker = startWorker(deps);
  const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, async info => {
    console.log(`Listening on http://localhost:${info.port}`);
    const setup = await offerSetup(deps);
    if (setup) console.log(`Set up the first administrator (this link works once): ${setup}`);
    if (!config.smtp) console.log(`No SMTP_URL is set: mails are written to ${config.mailFolder}`);
  });
  let draining = false;
  const drain = async () => {
    if (draining) return;
    draining = true;
    await new Promise(resolve => server.close(resolve));
    await worker.stop();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain());
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
