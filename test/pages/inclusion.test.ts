import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { openSiteOf } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { findPlaces } from '../support/places.ts';
import { findAddresses, noPages, type Address } from './addresses.ts';
import { compareText, inspect } from './inspect.ts';
import { openIn, openTabs, settle, type Tabs } from './tabs.ts';
import { lend } from './turns.ts';

// Every kind of page in a real browser, as the families who use it would meet it: see the table of what is tested.

const site = await openSiteOf(address => createDemoWorld('sqlite', address));
const places = await findPlaces(site.world);
const addresses = await findAddresses(site.world, places);
const inTurn = lend([await openTabs(site), await openTabs(site)]);
afterAll(() => site.close());

const looked = [...addresses].flatMap(([pattern, list]) => list.map(address => ({ pattern, address })));
const titles: { journey: string; path: string; title: string }[] = [];

test('every page of the site map is looked at', () => {
  const pages = site.world.routes.filter(route => route.method === 'GET').map(route => route.path);
  expect([...addresses.keys(), ...Object.keys(noPages)].sort()).toEqual(pages.sort());
});

describe.concurrent('every kind of page', { timeout: 120_000 }, () => {
  test.each(looked.map(each => [`${each.pattern} (${each.address.when})`, each.address] as const))(
    '%s',
    async (_name, address) => {
      await inTurn(async tabs => expect(await lookAt(tabs, address)).toEqual([]));
    },
  );
});

test('no two pages of a journey have one title', () => {
  const twice = titles.filter(({ journey, path, title }) =>
    titles.some(other => other.journey === journey && other.title === title && other.path < path),
  );
  expect(twice).toEqual([]);
});

async function lookAt(tabs: Tabs, address: Address): Promise<string[]> {
  await settle(tabs, site, places, address);
  const response = await openIn(tabs, address);
  const faults = response?.status() === address.status ? [] : [`answers ${response?.status() ?? 'nothing'}`];
  faults.push(...(await titleFaults(address, tabs.page)), ...(await compareText(tabs.page, tabs.plain)));
  faults.push(...(await inspect(tabs.page, response)));
  return [...faults, ...tabs.heard.filter(line => !isExpected(line, address))];
}

// Chromium itself reports a page that answers 404 or 410.
const isExpected = (line: string, { status }: Address): boolean =>
  status !== 200 && line.includes(`status of ${status}`);

async function titleFaults({ path }: Address, page: Page): Promise<string[]> {
  const title = await page.title();
  const journey = await page.evaluate<string>('document.body.dataset.area');
  titles.push({ journey, path: path.split('?')[0] ?? '', title });
  return title.endsWith(` – ${(await site.world.deps.partnership()).name}`) ? [] : [`the title is '${title}'`];
}
