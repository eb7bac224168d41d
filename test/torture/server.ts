import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** The real server in a process of its own, which can be killed and started again on the same database. */
export type Victim = { origin: string; start(): Promise<void>; kill(): Promise<void>; kills: number };

export function createVictim(port: number, settings: Record<string, string>): Victim {
  let child: ChildProcess | null = null;
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: origin,
    ...settings,
  };
  process.on('exit', () => child?.kill('SIGKILL'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));
  const victim: Victim = {
    origin,
    kills: 0,
    async start() {
      const started = spawn(join(ROOT, 'node_modules/.bin/node'), ['src/server.ts'], { cwd: ROOT, env });
      child = started;
      await listening(started);
    },
    async kill() {
      const dying = child;
      child = null;
      if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
      const gone = new Promise(resolve => dying.once('exit', resolve));
      dying.kill('SIGKILL');
      await gone;
      victim.kills++;
    },
  };
  return victim;
}

function listening(child: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
      if (said.includes('Listening on')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', code => reject(new Error(`The server ended with ${code} before it listened:\n${said}`)));
  });
}
