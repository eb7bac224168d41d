import { afterAll, describe, expect, test } from 'vitest';
import { openSiteOf } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { patternOf } from '../support/forms.ts';
import { findPlaces } from '../support/places.ts';
import { findAddresses, isAtWork, type Address } from './addresses.ts';
import { checkErrors, fillBadly, send } from './error-page.ts';
import { lookOnce } from './look.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { inEveryMode, modesOf, type Mode } from './modes.ts';
import { openTabs, settle, type Tabs } from './tabs.ts';
import { lend } from './turns.ts';

// Every form, filled in badly in a real browser, with and without scripts, in the modes of `modes.ts`.

const site = await openSiteOf(address => createDemoWorld('sqlite', address));
const places = await findPlaces(site.world);
const addresses = await findAddresses(site.world, places);
const inTurn = lend([await openTabs(site), await openTabs(site)]);
afterAll(() => site.close());

const posts = site.world.routes.filter(route => route.method === 'POST').map(route => route.path);
const tried = Object.entries(mistakes).flatMap(([pattern, mistake]) => {
  if (typeof mistake === 'string') return [];
  const address = addressOf(mistake);
  return modesOf(pattern, isAtWork(address)).map(mode => [pattern, mode.name, { mistake, address, mode }] as const);
});

let good = 0;

test('every form of the site map is tried', () => {
  expect(Object.keys(mistakes).sort()).toEqual([...posts].sort());
});

describe.concurrent('a form filled in badly', { timeout: 120_000 }, () => {
  test.each(tried)('%s: %s', async (pattern, _mode, each) => {
    await inTurn(tabs => tryForm(tabs, pattern, each));
    good += 1;
  });
});

test.runIf(inEveryMode)('every form was good in every mode', () => {
  expect(good).toBe(tried.length);
});

type Try = { mistake: Mistake; address: Address; mode: Mode };

async function tryForm(tabs: Tabs, pattern: string, { mistake, address, mode }: Try): Promise<void> {
  await settle(tabs, site, places, address, mode);
  const faults: string[] = [];
  for (const tab of [tabs.plain, tabs.page]) {
    await tab.goto(address.path);
    await tab.evaluate('globalThis.acted = true');
    const form = await fillBadly(tab, mistake, action => patternOf(action, posts) === pattern);
    const html = await send(tab, form);
    faults.push(...(await checkErrors(tab, mistake, tab === tabs.page)));
    if (tab === tabs.page) faults.push(...(await lookOnce(pattern, 'refused', { ...tabs, mode, html })));
  }
  expect([...faults, ...tabs.heard.filter(line => !line.includes('422'))]).toEqual([]);
}

function addressOf({ on, when = '' }: Mistake): Address {
  const found = addresses.get(on)?.find(address => address.when.startsWith(when));
  if (!found) throw new Error(`No address of ${on} is '${when}'.`);
  return found;
}
