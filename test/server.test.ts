import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './support/postgres.ts';

const ROOT = join(import.meta.dirname, '..');

let folder: string;
const started: ChildProcess[] = [];

beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'said-and-done-server-'))));
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the real thing, as `npm start` does. */
function start(env: Record<string, string>) {
  const settings = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: join(folder, 'a.db'),
    MAIL_FOLDER: join(folder, 'mail'),
    LOG_LEVEL: 'info',
    ...env,
  };
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), ['src/server.ts'], { cwd: ROOT, env: settings });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => void (output += String(chunk)));
  const ended = new Promise<number | null>(resolve => child.once('close', resolve));
  const heard = async (words: RegExp) => {
    for (let turn = 0; turn < 600 && !words.test(output); turn++) await new Promise(resolve => setTimeout(resolve, 25));
    const found = words.exec(output);
    if (!found) throw new Error(`'${words.source}' was not said, but: ${output}`);
    return found[0];
  };
  return { child, ended, heard, output: () => output };
}

test('it says where it listens and how to set it up, answers, and drains on SIGTERM', async () => {
  const port = await freePort();
  const server = start({ PORT: String(port) });
  await server.heard(new RegExp(`^Listening on http://localhost:${port}$`, 'm'));
  const link = await server.heard(/http:\/\/localhost:\d+\/set-up\/[\w-]{43}/);
  await server.heard(/mails are written to .*mail/);
  expect(await (await fetch(`http://localhost:${port}/healthz`)).text()).toBe('ok');
  const answer = await fetch(link, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/set-up']);

  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  // Logs hold the pattern of a path, never the private link in it.
  const logged = server
    .output()
    .split('\n')
    .filter(line => line.startsWith('{'));
  expect(logged.join()).toContain('"route":"/set-up/:token"');
  expect(logged.join()).not.toContain(link.split('/').at(-1));
});

test('a request under way is answered before it ends', async () => {
  const port = await freePort();
  const server = start({ PORT: String(port) });
  await server.heard(/Set up the first administrator/);
  const body = 'email=nobody@home.example';
  const slow = request(`http://localhost:${port}/sign-in`, {
    method: 'POST',
    headers: {
      origin: `http://localhost:${port}`,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
      // The server says that it has begun.
      expect: '100-continue',
    },
  });
  slow.flushHeaders();
  await once(slow, 'continue');
  server.child.kill('SIGTERM');
  slow.end(body);
  const [answer] = (await once(slow, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBe(303);
  expect(await server.ended).toBe(0);
});

test.each([
  [{ PUBLIC_URL: 'nonsense' }, /^PUBLIC_URL: must be an address without a path, such as https:\/\/consult\.example\.$/],
  [{ NODE_ENV: 'production', PUBLIC_URL: 'https://consult.example' }, /^SECRET: in production it must be set/],
])('nonsense ends it at once with one clear line: %j', async (env, words) => {
  const server = start(env as Record<string, string>);
  expect(await server.ended).toBe(1);
  expect(server.output().trim().split('\n')).toEqual([expect.stringMatching(words)]);
});
