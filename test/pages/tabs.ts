import type { Page, Response } from 'playwright-core';
import { prepareAxe } from '../support/axe.ts';
import { takeOver, type Site } from '../support/browser.ts';
import type { DemoWorld } from '../support/demo-world.ts';
import type { Places } from '../support/places.ts';
import type { Address } from './addresses.ts';
import { watch } from './look.ts';
import { prepareMeasures, settleFrames } from './measure.ts';
import { enter, type Mode } from './modes.ts';
import { visitorFor } from './visitors.ts';

/** A tab with scripts and one without, used again and again: opening one costs more than looking at a page. */
export type Tabs = { page: Page; plain: Page; heard: string[] };

export async function openTabs(site: Site<DemoWorld>): Promise<Tabs> {
  const [page, plain] = [await site.newPage(), await site.newPage({ scripts: false })];
  await prepareAxe(page);
  await prepareMeasures(page);
  return { page, plain, heard: watch(page, site.origin) };
}

/**
 * Makes the tabs those of whoever looks at this address in that mode. They stay where they were until the next page comes:
 * by way of a blank page each look would begin with a process of its own, at a third of the look's price.
 */
export async function settle(
  tabs: Tabs,
  site: Site<DemoWorld>,
  places: Places,
  address: Address,
  mode: Mode,
): Promise<void> {
  const visitor = await visitorFor(site.world, places, address);
  if (mode.reading) visitor.cookies.set('reading', { value: mode.reading, path: '/' });
  for (const tab of [tabs.page, tabs.plain]) {
    await tab.context().clearCookies();
    await takeOver(tab, visitor, site.origin);
    await enter(tab, mode);
  }
  tabs.heard.length = 0;
}

/** Takes the page as it stands into another mode that is served the same. */
export async function turnTo({ page, plain }: Tabs, mode: Mode): Promise<void> {
  for (const tab of [page, plain]) await enter(tab, mode);
  await settleFrames(page);
}

/** Opens the address in both; gives the answer to the one with scripts. */
export async function openIn({ page, plain }: Tabs, { path }: Address): Promise<Response | null> {
  const [response] = await Promise.all([page.goto(path), plain.goto(path)]);
  return response;
}
