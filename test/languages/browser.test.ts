import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSiteOf, type Site } from '../support/browser.ts';
import { createDemoWorld, type DemoWorld } from '../support/demo-world.ts';
import { findPlaces } from '../support/places.ts';

// A phone as narrow as they come, in a language that runs the other way.

let site: Site<DemoWorld>;
let slug = '';
let radios = '';
beforeAll(async () => {
  site = await openSiteOf(address => createDemoWorld('sqlite', address));
  const place = (await findPlaces(site.world)).of('short-breaks');
  slug = place.slug;
  radios = place.kinds['choose-one'] ?? '';
});
afterAll(() => site.close());

/** Presses a language in the strip above the header and waits for the page to come back in it. */
async function choose(page: Page, language: string): Promise<void> {
  await page.locator(`.languages button[value=${language}]`).click();
  await page.waitForSelector(`html[lang=${language}]`);
}

// As texts: tests know no DOM.
const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const direction = (page: Page, selector = 'body'): Promise<string> =>
  page.evaluate(`getComputedStyle(document.querySelector('${selector}')).direction`);

test.each([{ scripts: true }, { scripts: false }])('Urdu runs from right to left: %j', async options => {
  const page = await site.newPage({ width: 320, height: 640, ...options });
  await page.goto(`/consultations/${slug}`);
  await choose(page, 'ur');
  expect(new URL(page.url()).pathname).toBe(`/consultations/${slug}`);
  const base = `/consultations/${slug}`;
  for (const path of ['/', '/consultations', base, `${base}/answer`, `${base}/news`, '/you-said-we-did', '/help']) {
    await page.goto(path);
    expect(await direction(page), path).toBe('rtl');
    expect(await overflow(page), path).toBe(0);
  }
  await page.context().close();
});

test('radios stand to the right of their words in Urdu, and to the left of them in Welsh', async () => {
  const page = await site.newPage({ width: 320, height: 640 });
  for (const [language, side] of [
    ['ur', 'right'],
    ['cy', 'left'],
  ] as const) {
    await page.goto('/');
    await choose(page, language);
    await page.goto(`/consultations/${slug}/answer/${radios}`);
    const answer = page.locator('.answer').first();
    const box = await answer.locator('input').boundingBox();
    const words = await answer.locator('.answer-words').boundingBox();
    expect(box && words && (box.x > words.x ? 'right' : 'left'), language).toBe(side);
    expect(await overflow(page), language).toBe(0);
  }
  await page.context().close();
});

test('headings in Urdu have room for its letters', async () => {
  const page = await site.newPage();
  const room = () =>
    page.evaluate<number>(
      'parseFloat(getComputedStyle(document.querySelector("h1")).lineHeight) / parseFloat(getComputedStyle(document.querySelector("h1")).fontSize)',
    );
  await page.goto('/help');
  expect(await room()).toBeLessThan(1.3);
  await choose(page, 'ur');
  expect(await room()).toBeGreaterThan(1.6);
  await page.context().close();
});

test('what stays in English keeps its direction on an Urdu page', async () => {
  const page = await site.newPage();
  await page.goto('/help');
  await choose(page, 'ur');
  expect(await direction(page, 'footer a[href^="tel:"]')).toBe('ltr');
  await page.goto(`/consultations/${slug}`);
  expect(await page.locator('h1 span').getAttribute('lang')).toBe('en');
  expect(await direction(page, 'h1 span')).toBe('ltr');
  await page.context().close();
});

test('Welsh is chosen among the reading settings too, and stays', async () => {
  const page = await site.newPage({ width: 390, height: 800 });
  await page.goto('/help');
  await page.goto('/reading-settings');
  await page.getByLabel('Cymraeg').check();
  await page.locator('main button[type=submit]').click();
  await page.waitForSelector('html[lang=cy]');
  await page.goto('/');
  expect(await page.locator('.site-header nav').innerText()).toContain('Dweud eich dweud');
  expect(await page.locator('.languages [aria-current]').innerText()).toBe('Cymraeg');
  await page.context().close();
});

test('Get help stands at one place in every language, on errors too', async () => {
  const page = await site.newPage();
  const first = () => page.locator('footer .footer-links a').first().getAttribute('href');
  for (const language of ['en', 'cy', 'pl', 'ur']) {
    await page.goto('/help');
    await page.locator(`.languages button[value=${language}]`).click();
    await page.waitForSelector(`html[lang=${language}]`);
    for (const path of ['/', `/consultations/${slug}/answer/${radios}`, '/nothing-here']) {
      await page.goto(path);
      expect(await first(), `${language} ${path}`).toBe('/help');
    }
  }
  await page.context().close();
});
