import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { arriveAt, follow } from '../support/keys.ts';
import { linesOf, type Place } from './chain.ts';
import { change, outcome, theme, title } from './story.ts';

/** What anybody reads once it is decided: the words, how many said it, and the way to the service change. */
export async function readPromise(page: Page, { slug }: Place): Promise<void> {
  await page.goto(`/you-said-we-did/${slug}`);
  await arriveAt(page, `You said, we did: ${title}`);
  await page.getByText(outcome.said).waitFor();
  await page.getByText('6 of 32 people told us about this.').waitFor();
  await page.getByRole('heading', { name: 'We will', exact: true }).waitFor();
  await page.getByText(outcome.will).waitFor();
  expect(await page.getByText(theme, { exact: true }).count()).toBe(0);
  await follow(page, 'link', new RegExp(change.title));
  await arriveAt(page, change.title);
  expect(await page.getByRole('listitem').filter({ hasText: change.first }).innerText()).toMatch(/30 April/);
}

/** From the hub: what changed, the page that says so, the service change and the whole story of the consultation. */
export async function readWhatChanged(page: Page): Promise<void> {
  await page.goto('/');
  await arriveAt(page, /^Your voice/);
  await page.getByRole('region', { name: 'What changed' }).getByText(outcome.done).waitFor();
  await follow(page, 'link', `You said, we did: ${title}`);
  await arriveAt(page, `You said, we did: ${title}`);
  await page.getByRole('heading', { name: 'We did', exact: true }).waitFor();
  await page.getByText(outcome.done).waitFor();
  await follow(page, 'link', new RegExp(change.title));
  await arriveAt(page, change.title);
  expect(await page.getByRole('listitem').filter({ hasText: change.first }).innerText()).toMatch(/10 March/);
  await page.goBack();
  await arriveAt(page, `You said, we did: ${title}`);
  await follow(page, 'link', 'Read what we asked');
  await arriveAt(page, title);
  const events = page.getByRole('list').filter({ hasText: 'We published this page' });
  expect(await linesOf(events.getByRole('listitem'))).toEqual([
    'Sunday 22 November 2026 We published this page.',
    'Monday 23 November 2026 It opened for answers.',
    'Monday 14 December 2026 It closed.',
    'Tuesday 15 December 2026 We replied to everybody who left an address.',
    'Wednesday 20 January We said what we decided.',
    'Wednesday 10 March We updated what changed.',
  ]);
}
