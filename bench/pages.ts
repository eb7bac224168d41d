import { writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { middle } from './client.ts';
import { atLeast, plainly, type Figure } from './figures.ts';
import type { PlainAnswer } from './plain.ts';
import { inTurn, ratio } from './rounds.ts';
import { startPlain, type Server } from './servers.ts';
import { addDrafts, type Filled } from './world.ts';

const ROUNDS = 5;
const SECONDS = 1;
const CONNECTIONS = 32;

type Site = { folder: string; quiet: Server; logging: Server };

type Ask = { path: string; headers: Record<string, string> };

/**
 * A page of the survey against `node:http` with the same headers and bytes: ready, with a draft in it, and that with a short
 * form that the glossary explains.
 */
export async function measurePages({ folder, quiet, logging }: Site, survey: Filled): Promise<Figure[]> {
  const [drafted] = await addDrafts(folder, survey, 1);
  const at = (question: string, headers: Ask['headers']): Ask => ({
    path: `/consultations/${survey.slug}/answer/${question}`,
    headers,
  });
  const withDraft = { Cookie: `draft=${drafted?.token}` };
  const asks = {
    gzip: at('q2', { 'Accept-Encoding': 'gzip' }),
    whole: at('q2', {}),
    draft: at('q2', withDraft),
    explained: at('q16', withDraft),
  };
  const plain = await plainTwin(folder, quiet.port, asks);
  const ours = (name: keyof typeof asks, server = quiet) => rateOf(server.port, asks[name]);
  const theirs = (name: keyof typeof asks) => rateOf(plain.port, { ...asks[name], path: `/${name}` });
  const rates = await inTurn(ROUNDS, {
    gzip: () => ours('gzip'),
    gzipPlain: () => theirs('gzip'),
    logged: () => ours('gzip', logging),
    whole: () => ours('whole'),
    wholePlain: () => theirs('whole'),
    draft: () => ours('draft'),
    draftPlain: () => theirs('draft'),
    explained: () => ours('explained'),
    explainedPlain: () => theirs('explained'),
  });
  await plain.stop();
  const against = 'against node:http';
  return [
    atLeast(`survey page, ready, gzip, ${against}`, ratio(rates.gzip, rates.gzipPlain), 0.5),
    atLeast(`survey page, ready, not compressed, ${against}`, ratio(rates.whole, rates.wholePlain), 0.5),
    atLeast(`survey page with a draft in it, rendered, ${against}`, ratio(rates.draft, rates.draftPlain), 0.08),
    atLeast(`  the same with a short form, explained, ${against}`, ratio(rates.explained, rates.explainedPlain), 0.08),
    plainly('  ready, gzip, pages a second', middle(rates.gzip)),
    plainly('  rendered, pages a second', middle(rates.draft)),
    plainly('  ready, gzip, with LOG_LEVEL=info against error', ratio(rates.logged, rates.gzip)),
  ];
}

/** How many pages a second come from there. */
async function rateOf(port: number, { path, headers }: Ask): Promise<number> {
  const url = `http://127.0.0.1:${port}${path}`;
  const result = await autocannon({ url, headers, connections: CONNECTIONS, duration: SECONDS });
  if (result.non2xx + result.errors > 0) throw new Error(`${url} did not always answer.`);
  return result['2xx'] / result.duration;
}

async function plainTwin(folder: string, port: number, asks: Record<string, Ask>): Promise<Server> {
  const answers: Record<string, PlainAnswer> = {};
  for (const [name, { path, headers }] of Object.entries(asks)) {
    answers[`/${name}`] = await fetchRaw(port, path, headers);
  }
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  return startPlain(file);
}

const OWN_TO_EACH_ANSWER = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']);

/** An answer with its headers and its bytes as they came, compressed or not. */
export function fetchRaw(port: number, path: string, headers: Record<string, string>): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    get({ port, path, headers, host: '127.0.0.1', agent: false }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${path} gave ${response.statusCode}.`));
        const body = Buffer.concat(parts);
        const kept = Object.entries(response.headers).filter(([name]) => !OWN_TO_EACH_ANSWER.has(name));
        const named = kept.map(([name, value]) => [name, String(value)] as const);
        resolve({
          headers: Object.fromEntries([...named, ['content-length', String(body.length)]]),
          body: body.toString('base64'),
        });
      });
    }).once('error', reject);
  });
}
