import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { arriveAt, follow, tabTo } from '../support/keys.ts';
import { expectNews, linesOf, type Chain, type Place } from './chain.ts';
import { days, families, outcome, title } from './story.ts';

/** The desk says that a reply is due; one press sends it to everybody who left an address. */
export async function acknowledge(chain: Chain, page: Page, { slug }: Place): Promise<void> {
  const today = page.getByRole('region', { name: 'Today' });
  await today.getByText(new RegExp(`Reply to everybody by ${days.replyBy}`)).waitFor();
  await follow(page, 'link', title);
  await arriveAt(page, 'Reply to everybody');
  await follow(page, 'button', 'Send to 2 people and publish');
  await arriveAt(page, 'Everybody has a reply');
  await page.getByText('2 messages, one for each person').waitFor();
  const told = ['Thank you for taking part', 'Friday 29 January 2027', `${chain.site.origin}/consultations/${slug}`];
  await expectNews(chain, Object.values(families), `Thank you for taking part: ${title}`, told);
}

/** A board member reads the promises, the figures that are safe, and nobody's words. */
export async function readBoard(page: Page): Promise<void> {
  await follow(page, 'link', title);
  await arriveAt(page, title);
  await page.getByText('32 people answered.', { exact: true }).first().waitFor();
  const easy = page.getByRole('region', { name: 'How easy is it to find out about short breaks?' });
  await easy.getByText('9 of 26 people (35%) said ‘Hard’.').waitFor();
  await easy.getByText('6 people left this out.').waitFor();
  const counts = ['Easy 7 (27%)', 'Hard 9 (35%)', 'Very hard 5 (19%)', 'I am not sure 5 (19%)'];
  expect(await linesOf(easy.getByRole('row'))).toEqual(['Answer People', ...counts]);
  const hidden = page.getByRole('region', { name: 'Not shown' });
  await hidden.getByText('Short breaks fit what my child likes.').waitFor();
  // Nothing is explained about figures that are not there.
  expect(await page.getByText('People could choose more than one.').count()).toBe(0);
  expect(await page.getByText('Nobody tells us which clubs there are.').count()).toBe(0);
  await expectPromises(page, [
    'Reply to everyone who answered Wednesday 30 December Kept Done on Tuesday 15 December.',
    'Say what was decided Friday 29 January 2027 To come',
  ]);
  await tabTo(page, 'link', 'Board');
}

/** When the action is done, the board reads that every promise was kept. */
export async function readKeptPromises(page: Page): Promise<void> {
  await follow(page, 'link', title);
  await arriveAt(page, title);
  await expectPromises(page, [
    'Reply to everyone who answered Wednesday 30 December 2026 Kept Done on Tuesday 15 December 2026.',
    'Say what was decided Friday 29 January Kept Done on Wednesday 20 January.',
    `Act on ‘${outcome.heading}’ Friday 30 April Kept Done on Wednesday 10 March.`,
  ]);
}

async function expectPromises(page: Page, rows: readonly string[]): Promise<void> {
  const promises = page.getByRole('table', { name: 'Every promised date' });
  expect(await linesOf(promises.getByRole('row'))).toEqual(['Promise Due How it stands', ...rows]);
}
