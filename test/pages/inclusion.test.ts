import { afterAll, describe, expect, test } from 'vitest';
import { openSiteOf } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { findPlaces } from '../support/places.ts';
import { findAddresses, isAtWork, noPages, type Address } from './addresses.ts';
import { lookThrough } from './look.ts';
import { inEveryMode, modeNames, modesOf, servedAlike, type Mode } from './modes.ts';
import { openIn, openTabs, settle, turnTo, type Tabs } from './tabs.ts';
import { lend } from './turns.ts';

// Every kind of page in a real browser, as the families who use it would meet it: by every row of `rows.ts`, as it came
// and after each thing that can be done on it, in the modes of `modes.ts`.

const site = await openSiteOf(address => createDemoWorld('sqlite', address));
const places = await findPlaces(site.world);
const addresses = await findAddresses(site.world, places);
const inTurn = lend([await openTabs(site), await openTabs(site)]);
afterAll(() => site.close());

const named = [...addresses].flatMap(([pattern, list]) =>
  list.map(address => ({ name: `${pattern} (${address.when})`, address })),
);
const looked = named.map(each => ({ ...each, modes: modesOf(each.name, isAtWork(each.address)) }));
let good = 0;
const titles: { journey: string; path: string; title: string }[] = [];

test('every page of the site map is looked at', () => {
  const pages = site.world.routes.filter(route => route.method === 'GET').map(route => route.path);
  expect([...addresses.keys(), ...Object.keys(noPages)].sort()).toEqual(pages.sort());
});

test('every mode has its share of the pages', () => {
  for (const mode of modeNames) {
    // Colleagues' pages are never read from right to left here, so those don't count towards its share.
    const among = named.filter(({ address }) => mode !== 'right to left' || !isAtWork(address)).length;
    const share = looked.filter(({ modes }) => modes.some(each => each.name === mode)).length / among;
    expect({ mode, isEnough: share > 0.1 }).toEqual({ mode, isEnough: true });
  }
});

describe.concurrent('every kind of page', { timeout: 120_000 }, () => {
  test.each(looked.map(each => [each.name, each] as const))('%s', async (_name, { name, address, modes }) => {
    await inTurn(async tabs => expect(await lookAt(tabs, name, address, modes)).toEqual([]));
    good += modes.length;
  });
});

test.runIf(inEveryMode)('every page was good in every mode', () => {
  expect(good).toBe(named.length * modeNames.length);
});

test('no two pages of a journey have one title', () => {
  const twice = titles.filter(({ journey, path, title }) =>
    titles.some(other => other.journey === journey && other.title === title && other.path < path),
  );
  expect(twice).toEqual([]);
});

async function lookAt(tabs: Tabs, name: string, address: Address, modes: readonly Mode[]): Promise<string[]> {
  const faults: string[] = [];
  for (const alike of servedAlike(modes)) {
    const [first] = alike;
    await settle(tabs, site, places, address, first);
    const response = await openIn(tabs, address);
    if (response?.status() !== address.status) faults.push(`answers ${response?.status() ?? 'nothing'}`);
    faults.push(...(await titleFaults(tabs, address, first)));
    let html = (await response?.text()) ?? '';
    for (const mode of alike) {
      if (mode !== first) await turnTo(tabs, mode);
      const view = { page: tabs.page, plain: tabs.plain, mode, html };
      faults.push(...(await lookThrough(name, view, response?.ok() ?? false)));
      html = '';
    }
    faults.push(...tabs.heard.filter(line => !isExpected(line, address)));
  }
  return faults;
}

// Chromium itself reports a page that answers 404 or 410.
const isExpected = (line: string, { status }: Address): boolean =>
  status !== 200 && line.includes(`status of ${status}`);

async function titleFaults({ page }: Tabs, { path, status }: Address, mode: Mode): Promise<string[]> {
  const title = await page.title();
  const area = await page.evaluate<string>('document.body.dataset.area');
  if (status === 200) titles.push({ journey: `${area}, ${mode.name}`, path: path.split('?')[0] ?? '', title });
  return title.endsWith(` – ${(await site.world.deps.partnership()).name}`) ? [] : [`the title is '${title}'`];
}
