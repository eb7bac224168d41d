import { afterAll, describe, expect, test } from 'vitest';
import { openSiteOf } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { patternOf } from '../support/forms.ts';
import { findPlaces } from '../support/places.ts';
import { findAddresses, type Address } from './addresses.ts';
import { checkErrors, fillBadly, send } from './error-page.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { openTabs, settle, type Tabs } from './tabs.ts';
import { lend } from './turns.ts';

// Every form, filled in badly in a real browser, with and without scripts.

const site = await openSiteOf(address => createDemoWorld('sqlite', address));
const places = await findPlaces(site.world);
const addresses = await findAddresses(site.world, places);
const inTurn = lend([await openTabs(site), await openTabs(site)]);
afterAll(() => site.close());

const posts = site.world.routes.filter(route => route.method === 'POST').map(route => route.path);
const tried = Object.entries(mistakes).flatMap(([pattern, mistake]) =>
  typeof mistake === 'string' ? [] : [[pattern, mistake] as const],
);

test('every form of the site map is tried', () => {
  expect(Object.keys(mistakes).sort()).toEqual([...posts].sort());
});

describe.concurrent('a form filled in badly', { timeout: 120_000 }, () => {
  test.each(tried)('%s with scripts', (pattern, mistake) => inTurn(tabs => tryForm(tabs, pattern, mistake, true)));
  test.each(tried)('%s without scripts', (pattern, mistake) => inTurn(tabs => tryForm(tabs, pattern, mistake, false)));
});

async function tryForm(tabs: Tabs, pattern: string, mistake: Mistake, scripts: boolean): Promise<void> {
  const address = addressOf(mistake);
  await settle(tabs, site, places, address);
  const page = scripts ? tabs.page : tabs.plain;
  await page.goto(address.path);
  const form = await fillBadly(page, mistake, action => patternOf(action, posts) === pattern);
  const html = await send(page, form);
  const faults = await checkErrors(page, mistake, html, scripts);
  expect([...faults, ...tabs.heard.filter(line => !line.includes('422'))]).toEqual([]);
}

function addressOf({ on, when = '' }: Mistake): Address {
  const found = addresses.get(on)?.find(address => address.when.startsWith(when));
  if (!found) throw new Error(`No address of ${on} is '${when}'.`);
  return found;
}
