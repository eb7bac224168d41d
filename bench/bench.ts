import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../test/support/postgres.ts';
import { measureDashboards } from './dashboards.ts';
import { printFigure, type Figure } from './figures.ts';
import { measurePages } from './pages.ts';
import { measureSending, type Place } from './sending.ts';
import { startProduct, stopAll } from './servers.ts';
import { measureSlowLine } from './slow-line.ts';
import { measureFirstVisit, measureStart } from './start.ts';
import { copyWorld, makeWorld } from './world.ts';

// How fast it is, as ratios of what was measured in turn on this machine. Goals stand beside the figures and fail nothing.
// `npm run bench answering` measures that part alone.

// Families answer where 11,000 responses are kept; the dashboards are opened where there are 111,000.
const USUAL = [1000, 10_000];
const LARGE = [...USUAL, 100_000];

const parts: Record<string, (folder: string) => Promise<Figure[]>> = {
  start: measureStart,
  dashboards: async folder => {
    const world = await makeWorld(folder, LARGE);
    return measureDashboards(await startProduct(folder), world);
  },
  'slow line': async folder => {
    const { filled } = await makeWorld(folder, [1000]);
    const [survey] = filled;
    if (!survey) throw new Error('There is a survey to answer.');
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    await startProduct(folder, { PORT: String(port), PUBLIC_URL: origin });
    return measureSlowLine(origin, survey);
  },
  answering: async folder => {
    const origin = join(folder, 'batched');
    const { filled } = await makeWorld(origin, USUAL);
    const [survey] = filled;
    if (!survey) throw new Error('There is a survey to answer.');
    const single = await copyAndStart(origin, join(folder, 'single'), { BATCH_SIZE: '1' });
    const logging = await copyAndStart(origin, join(folder, 'logging'), { LOG_LEVEL: 'info' });
    const batched = { folder: origin, server: await startProduct(origin) };
    const { port } = batched.server;
    return [
      ...(await measureFirstVisit(port, 'hub', '/')),
      ...(await measureFirstVisit(port, 'survey', `/consultations/${survey.slug}/answer/q2`)),
      ...(await measurePages({ folder: origin, quiet: batched.server, logging: logging.server }, survey)),
      ...(await measureSending({ batched, single, logging }, survey)),
    ];
  },
};

async function copyAndStart(from: string, to: string, settings: Record<string, string>): Promise<Place> {
  copyWorld(from, to);
  return { folder: to, server: await startProduct(to, settings) };
}

async function main(folder: string, wanted: readonly string[]): Promise<void> {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    (await measure(join(folder, name))).forEach(printFigure);
    await stopAll();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'said-and-done-bench-'));
const clearUp = async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void clearUp().then(() => process.exit(1)));
}
await main(folder, process.argv.slice(2)).finally(clearUp);
