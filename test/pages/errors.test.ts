import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { openSiteOf } from '../support/browser.ts';
import { createDemoWorld } from '../support/demo-world.ts';
import { patternOf } from '../support/forms.ts';
import { findPlaces } from '../support/places.ts';
import { findAddresses, isAtWork, type Address } from './addresses.ts';
import { checkErrors, fillBadly, findForm, send } from './error-page.ts';
import { lookOnce } from './look.ts';
import { mistakes, type Mistake } from './mistakes.ts';
import { inEveryMode, modeNames, modesOf, servedAlike, type Mode } from './modes.ts';
import { openTabs, settle, turnTo, type Tabs } from './tabs.ts';
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
  return [[pattern, { pattern, mistake, address, modes: modesOf(pattern, isAtWork(address)) }] as const];
});

let good = 0;

test('every form of the site map is tried', () => {
  expect(Object.keys(mistakes).sort()).toEqual([...posts].sort());
});

describe.concurrent('a form filled in badly', { timeout: 120_000 }, () => {
  test.each(tried)('%s', async (_pattern, each) => {
    await inTurn(async tabs => expect(await tryForm(tabs, each)).toEqual([]));
    good += each.modes.length;
  });
});

test.runIf(inEveryMode)('every form was good in every mode', () => {
  expect(good).toBe(tried.length * modeNames.length);
});

type Try = { pattern: string; mistake: Mistake; address: Address; modes: readonly Mode[] };

async function tryForm(tabs: Tabs, { pattern, mistake, address, modes }: Try): Promise<string[]> {
  const faults: string[] = [];
  for (const [first, ...alike] of servedAlike(modes)) {
    await settle(tabs, site, places, address, first);
    await fillAndSend(tabs.plain);
    faults.push(...(await checkErrors(tabs.plain, mistake, false)));
    await lookAtRefusal(first, await fillAndSend(tabs.page));
    for (const mode of alike) {
      await turnTo(tabs, mode);
      // As it came back: what is wrong is still in it.
      await lookAtRefusal(mode, await send(tabs.page, await findForm(tabs.page, isIt)));
    }
    faults.push(...tabs.heard.filter(line => !line.includes('422')));
  }
  return faults;

  function isIt(action: string): boolean {
    return patternOf(action, posts) === pattern;
  }
  async function fillAndSend(tab: Page): Promise<string> {
    await tab.goto(address.path);
    await tab.evaluate('globalThis.acted = true');
    return send(tab, await fillBadly(tab, mistake, isIt));
  }
  async function lookAtRefusal(mode: Mode, html: string): Promise<void> {
    faults.push(...(await checkErrors(tabs.page, mistake, true)));
    faults.push(...(await lookOnce(pattern, 'refused', { ...tabs, mode, html })));
  }
}

function addressOf({ on, when = '' }: Mistake): Address {
  const found = addresses.get(on)?.find(address => address.when.startsWith(when));
  if (!found) throw new Error(`No address of ${on} is '${when}'.`);
  return found;
}
