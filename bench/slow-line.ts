import type { Browser, CDPSession, Page } from 'playwright-core';
import { startChromium } from '../test/support/chromium.ts';
import { middle } from './client.ts';
import { atMost, type Figure } from './figures.ts';
import type { Filled } from './world.ts';

// A phone where reception is poor: 400 kbit/s, and 400 ms before anything answers.
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const ROUNDS = 3;

/** The first page with all that it fetches; then how a family goes on, from pressing a button to the next page. */
type Visit = { first: Loaded; later: Loaded[] };
type Loaded = { seconds: number; kilobytes: number };

/** `origin` is where the site is served and the address that it knows itself by. */
export async function measureSlowLine(origin: string, { slug }: Filled): Promise<Figure[]> {
  const browser = await startChromium();
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, `${origin}/consultations/${slug}`));
  await browser.close();
  const later = visits.flatMap(each => each.later);
  return [
    atMost('slow line, first page, bytes of all', middle(visits.map(each => each.first.kilobytes)), 60, ' KB'),
    atMost('slow line, first page, until it is there', middle(visits.map(each => each.first.seconds)), 4, ' s'),
    atMost('slow line, later pages, HTML, largest', Math.max(...later.map(each => each.kilobytes)), 12, ' KB'),
    atMost('slow line, later pages, until the next is there', middle(later.map(each => each.seconds)), 2, ' s'),
  ];
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  const fetched = countBytes(line);
  const loading = async (act: () => Promise<unknown>): Promise<Loaded> => {
    const [before, begun] = [fetched(), performance.now()];
    await act();
    return { seconds: (performance.now() - begun) / 1000, kilobytes: (fetched() - before) / 1024 };
  };
  // Half a second in which nothing comes any more is part of it.
  const first = await loading(() => page.goto(`${address}/answer`, { waitUntil: 'networkidle' }));
  const later = [await loading(() => page.goto(`${address}/answer/q1`))];
  for (const next of ['q2', 'q3', 'q4']) {
    await page.locator('main input[type=radio]').first().check();
    later.push(await loading(() => goOn(page, next)));
  }
  await page.context().close();
  return { first, later };
}

async function goOn(page: Page, next: string): Promise<void> {
  const there = page.waitForURL(url => url.pathname.endsWith(`/${next}`));
  await page.getByRole('button', { name: 'Continue' }).click();
  await there;
}

/** What has come over the line so far, as it came. */
function countBytes(line: CDPSession): () => number {
  let bytes = 0;
  line.on('Network.loadingFinished', ({ encodedDataLength }) => void (bytes += encodedDataLength));
  return () => bytes;
}
