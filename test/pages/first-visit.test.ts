import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { openSiteOf, takeOver } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { begin } from '../support/families.ts';
import { findPlaces } from '../support/places.ts';

// What a family on a slow line gets, and where the focus is when a page came without loading anew.

const site = await openSiteOf(address => createDemoWorld('sqlite', address));
const places = await findPlaces(site.world);
afterAll(() => site.close());

const MOST_BYTES = 60 * 1024;
const MOST_REQUESTS = 5;
const MOST_HTML = 12 * 1024;

const { slug, questions } = places.of('short-breaks');
const base = `/consultations/${slug}`;

test.each(['/', '/consultations', base, `${base}/answer`, '/you-said-we-did', '/reading-settings'])(
  'a first visit to %s is at most 60 KB in 5 requests',
  async path => {
    const page = await site.newPage();
    const { bytes, requests } = await countVisit(page, path);
    expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
    await page.context().close();
  },
);

test.each(['cy', 'pl', 'ur'])('a first visit in another language is no larger: %s', async edition => {
  const page = await site.newPage();
  await page.context().addCookies([{ name: 'reading', value: `normal.normal.paper.${edition}`, url: site.origin }]);
  const { bytes, requests } = await countVisit(page, base);
  expect(requests).toBeLessThanOrEqual(MOST_REQUESTS);
  expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  await page.context().close();
});

test('a first visit to an Easy Read question brings its picture within the same limits', async () => {
  const page = await site.newPage({ width: 320, height: 640 });
  await page.context().addCookies([{ name: 'reading', value: 'normal.normal.paper.easy', url: site.origin }]);
  for (const step of ['q4', 'q5-a', 'q9']) {
    const { bytes, requests } = await countVisit(page, `/consultations/clubs/answer/${step}`);
    expect({ step, requests: requests <= MOST_REQUESTS, bytes: bytes <= MOST_BYTES }).toEqual({
      step,
      requests: true,
      bytes: true,
    });
    expect(brotliCompressSync(await page.content()).length).toBeLessThanOrEqual(MOST_HTML);
    const [picture, words] = [page.locator('main img'), page.locator('main h1')];
    expect(await picture.getAttribute('alt')).not.toBe('');
    expect(await page.evaluate<number>("document.querySelector('main img').naturalWidth")).toBeGreaterThan(0);
    const [left, right] = [await picture.boundingBox(), await words.boundingBox()];
    expect(left && right && left.x + left.width <= right.x && left.y < right.y + right.height, step).toBe(true);
  }
  await page.context().close();
});

test('a later page of the journey is at most 12 KB of HTML, and nothing else', async () => {
  const page = await site.newPage();
  await takeOver(page, await begin(site.world, slug, questions[0] ?? ''), site.origin);
  await page.goto(base);
  for (const step of [...questions, 'check']) {
    const { bytes, requests } = await countVisit(page, `${base}/answer/${step}`);
    expect({ step, requests }).toEqual({ step, requests: 1 });
    expect(bytes).toBeLessThanOrEqual(MOST_HTML);
  }
  await page.context().close();
});

/** What goes over the line for one page: bytes as sent, compressed, with headers; what is kept already costs nothing. */
async function countVisit(page: Page, path: string): Promise<{ bytes: number; requests: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const lengths: number[] = [];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    if (encodedDataLength > 0) lengths.push(encodedDataLength);
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await session.detach();
  return { bytes: lengths.reduce((sum, length) => sum + length, 0), requests: lengths.length };
}

test('every family page is at most 12 KB of HTML on the line', async () => {
  const tooLong: string[] = [];
  for (const key of ['short-breaks', 'transport', 'assessment', 'siblings']) {
    for (const path of [`/consultations/${places.of(key).slug}`, `/you-said-we-did/${places.of(key).slug}`]) {
      const html = await site.world.visitor().read(path);
      const size = brotliCompressSync(html).length;
      if (size > MOST_HTML) tooLong.push(`${path}: ${size}`);
    }
  }
  expect(tooLong).toEqual([]);
});

test('after a page came without loading anew, the focus is on its heading, and it is announced', async () => {
  const page = await site.newPage();
  await page.goto('/');
  await page.evaluate('globalThis.sameDocument = true');
  for (const [link, path] of [
    ['Help', '/help'],
    ['Other formats', '/other-formats'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: link }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path}`);
    await page.locator('h1:focus').waitFor();
    expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
    const announced = () => page.getByRole('status').allTextContents();
    await expect.poll(announced).toContain(await page.title());
  }
  await page.context().close();
});
