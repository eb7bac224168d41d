import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load, middle, request, type Round } from './client.ts';
import { syncAgainAndAgain } from './disk.ts';
import { atLeast, atMost, plainly, type Figure } from './figures.ts';
import { inTurn, ratio } from './rounds.ts';
import { ORIGIN, startPlain, type Server } from './servers.ts';
import { addDrafts, checkSent, type Filled, type Prepared } from './world.ts';

const ROUNDS = 5;
const SECONDS = 1;
const MANY = 64;
// More drafts than can be sent in that time; what is left over serves the next round.
const PREPARED = { [MANY]: 8000, 1: 1500 };

export type Place = { folder: string; server: Server };
type Places = { batched: Place; single: Place; logging: Place };

/** Sending answers, against `fdatasync` on the same disk and against the same server with a commit for each. */
export async function measureSending({ batched, single, logging }: Places, survey: Filled): Promise<Figure[]> {
  const sent = new Map<Place, number>();
  const stock = new Map<Place, Prepared[]>();
  const send = async (place: Place, connections: keyof typeof PREPARED) => {
    const drafts = stock.get(place) ?? [];
    drafts.push(...(await addDrafts(place.folder, survey, Math.max(0, PREPARED[connections] - drafts.length))));
    stock.set(place, drafts);
    const round = await sendSome(place, survey, connections, drafts);
    sent.set(place, (sent.get(place) ?? 0) + round.count);
    return round;
  };
  const bare = await startBare(batched.folder);
  const rounds = await inTurn(ROUNDS, {
    disk: async () => syncAgainAndAgain(batched.folder, SECONDS / 2),
    batched: () => send(batched, MANY),
    single: () => send(single, MANY),
    alone: () => send(batched, 1),
    logged: () => send(logging, MANY),
    bare: () => postSome(bare),
  });
  await bare.stop();
  for (const [{ folder }, count] of sent) await checkSent(folder, survey, count);
  const rates = (name: keyof typeof rounds) => rounds[name].map(round => round.rate);
  const p50s = (name: keyof typeof rounds) => rounds[name].map(round => round.p50);
  return [
    atLeast('sending, 64 connections, against a commit each', ratio(rates('batched'), rates('single')), 4),
    atLeast('sending, 64 connections, against fdatasync', ratio(rates('batched'), rates('disk')), 2),
    atMost('sending, one client, p50 against fdatasync p50', ratio(p50s('alone'), p50s('disk')), 5),
    plainly('  64 connections, answers a second', middle(rates('batched'))),
    plainly('  64 connections, a commit each, answers a second', middle(rates('single'))),
    plainly('  64 connections, node:http that does nothing, answers a second', middle(rates('bare'))),
    plainly('  64 connections, p50', middle(p50s('batched')), ' ms'),
    plainly('  one client, p50', middle(p50s('alone')), ' ms'),
    plainly('  fdatasync, a second', middle(rates('disk'))),
    plainly('  fdatasync, p50', middle(p50s('disk')), ' ms'),
    plainly('  64 connections, with LOG_LEVEL=info against error', ratio(rates('logged'), rates('batched'))),
  ];
}

/** Sends for a while, taking the drafts that it sends. */
function sendSome({ server }: Place, survey: Filled, connections: number, drafts: Prepared[]): Promise<Round> {
  const path = `/consultations/${survey.slug}/answer/sending`;
  const end = performance.now() + SECONDS * 1000;
  const next = () => {
    const one = performance.now() < end ? drafts.pop() : undefined;
    if (!one) return null;
    const headers = { Origin: ORIGIN, Cookie: `draft=${one.token}`, 'X-Forwarded-For': homeOf(drafts.length) };
    return request(path, headers, `draft=${one.draft}`);
  };
  return load({ port: server.port, connections, next, status: 303 });
}

/** A server that takes what is posted and does nothing: the most that this machine, with its client, could answer. */
function startBare(folder: string): Promise<Server> {
  const file = join(folder, 'bare.json');
  writeFileSync(file, JSON.stringify({ '/': { headers: { 'content-length': '0' }, body: '' } }));
  return startPlain(file);
}

function postSome({ port }: Server): Promise<Round> {
  const end = performance.now() + SECONDS * 1000;
  const post = request('/', { Origin: ORIGIN, Cookie: `draft=${'x'.repeat(43)}` }, `draft=${'x'.repeat(22)}`);
  return load({ port, connections: MANY, next: () => (performance.now() < end ? post : null), status: 200 });
}

/** Each answer comes from a home of its own. */
const homeOf = (n: number): string => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
