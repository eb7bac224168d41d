import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureDashboards } from './dashboards.ts';
import { printFigure, type Figure } from './figures.ts';
import { measurePages } from './pages.ts';
import { measureSending } from './sending.ts';
import { startProduct, stopAll } from './servers.ts';
import { measureFirstVisit, measureStart } from './start.ts';
import { copyWorld, makeWorld } from './world.ts';

// How fast it is, as ratios of what was measured in turn on this machine. Goals stand beside the figures and fail nothing.
// Name parts to run those alone: start, dashboards, pages, sending.

const SIZES = [1000, 10_000, 100_000];

type Part = { name: string; run(): Promise<Figure[]> };

async function main(folder: string, wanted: readonly string[]): Promise<void> {
  const folders = { main: join(folder, 'main'), single: join(folder, 'single'), logging: join(folder, 'logging') };
  const world = await makeWorld(folders.main, wanted.includes('small') ? SIZES.slice(0, 1) : SIZES);
  copyWorld(folders.main, folders.single);
  copyWorld(folders.main, folders.logging);
  const server = await startProduct(folders.main);
  const single = await startProduct(folders.single, { BATCH_SIZE: '1' });
  const logging = await startProduct(folders.logging, { LOG_LEVEL: 'info' });
  const [survey] = world.filled;
  if (!survey) throw new Error('There is a survey to answer.');
  const places = {
    batched: { folder: folders.main, server },
    single: { folder: folders.single, server: single },
    logging: { folder: folders.logging, server: logging },
  };
  const parts: Part[] = [
    { name: 'start', run: () => measureStart(join(folder, 'empty')) },
    { name: 'start', run: () => measureFirstVisit(server.port, 'hub', '/') },
    { name: 'start', run: () => measureFirstVisit(server.port, 'survey', `/consultations/${survey.slug}/answer/q2`) },
    { name: 'dashboards', run: () => measureDashboards(server, world) },
    { name: 'pages', run: () => measurePages({ folder: folders.main, quiet: server, logging }, survey) },
    { name: 'sending', run: () => measureSending(places, survey) },
  ];
  const named = parts.filter(part => wanted.includes(part.name));
  for (const part of named.length > 0 ? named : parts) (await part.run()).forEach(printFigure);
}

const folder = mkdtempSync(join(tmpdir(), 'said-and-done-bench-'));
const clearUp = async () => {
  await stopAll();
  rmSync(folder, { recursive: true, force: true });
};
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void clearUp().then(() => process.exit(1)));
await main(folder, process.argv.slice(2)).finally(clearUp);
