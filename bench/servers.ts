import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PATIENCE = 30_000;

/** The site's own address, from which its forms are posted. */
export const ORIGIN = 'http://bench.example';

export type Server = { port: number; stop(): Promise<void> };

const running = new Set<ChildProcess>();

/** The real thing, as `npm start` runs it, on a free port. Resolves when it says that it listens. */
export function startProduct(folder: string, settings: Record<string, string> = {}): Promise<Server> {
  return start(['--import', './src/compile-cache.ts', 'src/server.ts'], {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: ORIGIN,
    DATABASE_URL: join(folder, 'bench.db'),
    MAIL_FOLDER: join(folder, 'mail'),
    LOG_LEVEL: 'error',
    TRUSTED_PROXIES: '1',
    ...settings,
  });
}

/** A bare `node:http` that answers with what stands in this file. */
export const startPlain = (answers: string): Promise<Server> => start(['bench/plain.ts', answers], {});

/** Ends what still runs. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

async function start(args: string[], env: Record<string, string>): Promise<Server> {
  // More for node itself (a profile, say) by BENCH_NODE.
  const extra = (process.env.BENCH_NODE ?? '').split(' ').filter(Boolean);
  const child = spawn(process.execPath, [...extra, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return { port: await portOf(child), stop: () => stop(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('A server did not start.')), PATIENCE);
    const ended = (code: number | null) => reject(new Error(`A server ended with ${code}.`));
    child.once('exit', ended);
    let said = '';
    // What it says is read to the end, as a log collector would.
    child.stdout?.on('data', (data: Buffer) => {
      if (said.length > 10_000) return;
      said += data.toString();
      const port = /Listening on http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(late);
      child.off('exit', ended);
      resolve(Number(port));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise(resolve => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(late);
}
