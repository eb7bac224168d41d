import { serve } from '@hono/node-server';
import { createApp, type App, type AppParts } from './app.ts';
import { startWorker } from './jobs/worker.ts';

const LONGEST_DRAIN = 10_000;

/** Listens, starts the worker, and drains on SIGTERM and Ctrl-C: what is under way ends first. Resolves when it answers. */
export async function serveApp(parts: AppParts): Promise<App> {
  const made = await createApp(parts);
  const { config, db } = parts;
  const worker = startWorker(made.deps);
  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: made.app.fetch, port: config.port, hostname: config.host }, info => {
      console.log(`Listening on http://localhost:${info.port}`);
      resolve(listening);
    });
    listening.once('error', reject);
  });
  let draining = false;
  const drain = async () => {
    if (draining) return;
    draining = true;
    await Promise.race([new Promise(resolve => server.close(resolve)), waitAtMost(LONGEST_DRAIN)]);
    await worker.stop();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain());
  return made;
}

const waitAtMost = (ms: number) => new Promise(resolve => setTimeout(resolve, ms).unref());
