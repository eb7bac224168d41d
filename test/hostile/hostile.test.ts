import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RouteFacts } from '../../src/web/site.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createDemoWorld, type DemoWorld } from '../support/demo-world.ts';
import { findPlaces } from '../support/places.ts';
import { hostileAt, type Hostile } from './inputs.ts';
import { createHolders } from './holders.ts';
import { judge } from './judge.ts';
import { findTargets, OPEN } from './targets.ts';

const INPUTS = 5_000;
/** The same each time, so that a test fails for what was changed; others by `HOSTILE_SEED=…`, or `HOSTILE_SEED=any`. */
const wanted = process.env.HOSTILE_SEED ?? '20261122';
const SEED = wanted === 'any' ? Math.floor(Math.random() * 2 ** 31) : Number(wanted);

onBothDatabases('hostile inputs', dialect => {
  let world: DemoWorld;
  let holders: ReturnType<typeof createHolders>;
  beforeAll(async () => {
    world = await createDemoWorld(dialect);
    holders = createHolders(world, (await findPlaces(world)).of(OPEN));
  });
  afterAll(() => world?.close());

  test(
    `${INPUTS} over every route: no 5xx, no stack trace, and every refusal is a page`,
    { timeout: 240_000 },
    async () => {
      const inputs = await draw();
      const tried = new Set<RouteFacts>();
      const faults = new Map<string, string>();
      let sent = 0;
      for (const input of inputs) {
        if (sent === INPUTS) break;
        const response = await send(input);
        if (!response) continue;
        sent++;
        tried.add(input.route);
        for (const fault of await judge(response, input)) {
          const { method, path } = input.route;
          faults.set(`${method} ${path}: ${fault}`, shown(input));
        }
      }
      expect(sent).toBe(INPUTS);
      expect(tried).toEqual(new Set(world.routes));
      expect(Object.fromEntries(faults), `seed ${SEED}`).toEqual({});
    },
  );

  test('what broke once is answered as it should be', async () => {
    const key = '😀'.repeat(60);
    const [nobody, officer] = [world.visitor(), await world.signIn('officer')];
    expect((await nobody.get(`/news/stop/x/${key}`)).status).toBe(404);
    expect((await nobody.post(`/news/stop/x/${key}`)).status).toBe(404);
    for (const page of ['team', 'survey/file/use']) {
      const response = await officer.get(`/desk/consultations/line%0D%0Aend/${page}`);
      expect(response.headers.get('location')).toMatch(/^\/desk\/consultations\/line%0D%0Aend/);
    }
  });

  /** A few more than are wanted: some addresses can't be sent. The pages take turns. */
  async function draw(): Promise<Hostile[]> {
    const targets = await findTargets(world);
    const rounds = Math.ceil((INPUTS * 1.1) / targets.length);
    const origin = world.deps.config.publicUrl;
    const each = targets.map((target, i) => fc.sample(hostileAt(target, origin), { numRuns: rounds, seed: SEED + i }));
    return Array.from({ length: rounds }, (_each, round) => each.flatMap(list => list[round] ?? [])).flat();
  }

  async function send(input: Hostile): Promise<Response | null> {
    const headers = new Headers();
    const { cookie: own, fill } = await holders(input);
    if (own) headers.append('cookie', own);
    for (const [name, value] of input.headers) headers.set(name, name === 'cookie' && own ? `${own}; ${value}` : value);
    const address = `${world.deps.config.publicUrl}${input.path.startsWith('/') ? '' : '/'}${input.path}`;
    const url = URL.parse(address);
    // Such an address can't be sent at all, or leads elsewhere.
    if (!url || url.origin !== world.deps.config.publicUrl) return null;
    return world.app.request(address, { method: input.method, headers, body: input.body && fill(input.body) });
  }
});

const shown = ({ as, method, path, headers, body }: Hostile): string =>
  JSON.stringify({ as, method, path: path.slice(0, 300), headers, body: body?.slice(0, 300) }).slice(0, 1500);
