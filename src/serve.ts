import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp, type App, type AppParts } from './app.ts';
import { startWorker } from './jobs/worker.ts';

const LONGEST_DRAIN = 10_000;
const LOOK_EVERY = 20;

/** Listens, starts the worker, and drains on SIGTERM and Ctrl-C: what is under way ends first. Resolves when it answers. */
export async function serveApp(parts: AppParts): Promise<App> {
  const made = await createApp(parts);
  const { config, db } = parts;
  const worker = startWorker(made.deps);
  let answering = 0;
  const answer: typeof made.app.fetch = async (request, env, context) => {
    answering++;
    try {
      return await made.app.fetch(request, env, context);
    } finally {
      answering--;
    }
  };
  const server = await listen(answer, config.port, config.host);
  let draining = false;
  const drain = async () => {
    if (draining) return;
    draining = true;
    await close(server, () => answering > 0);
    await worker.stop();
    await db.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void drain());
  return made;
}

function listen(fetch: App['app']['fetch'], port: number, hostname: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname }, info => {
      console.log(`Listening on http://localhost:${info.port}`);
      resolve(server as Server);
    });
    server.once('error', reject);
  });
}

// Browsers keep connections open that carry nothing: only answers under way are waited for.
async function close(server: Server, isBusy: () => boolean): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve));
  const latest = performance.now() + LONGEST_DRAIN;
  while (isBusy() && performance.now() < latest) await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
  // The last answer may still be on its way to the socket.
  await new Promise(resolve => setTimeout(resolve, LOOK_EVERY));
  server.closeAllConnections();
  await closed;
}
