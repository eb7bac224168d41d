import type { Page, Response } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { htmlErrors } from '../support/html.ts';
import { layoutFaults, mainText, measure, spaceOut, unnamedControls } from './measure.ts';

const LOOKS = ['cream', 'dark', 'contrast'];

/** Everything that the page asks for from elsewhere, and everything that it complains about. */
export function watch(page: Page, origin: string): string[] {
  const heard: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => heard.push(`script: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) heard.push(`asks elsewhere: ${url}`);
  });
  return heard;
}

/** What is wrong with a page as it stands in a tab, at every size and in every look. An empty list is good. */
export async function inspect(page: Page, response: Response | null): Promise<string[]> {
  const faults = labelled('html', await htmlErrors((await response?.text()) ?? ''));
  await page.evaluate('document.fonts.ready.then(() => 0)');
  faults.push(...labelled('axe', await axeFindings(page)), ...(await unnamedControls(page)));
  faults.push(...labelled('headings', await measure(page, 'headingFaults')));
  faults.push(...labelled('target', await measure(page, 'small')), ...(await layoutFaults(page, 'wide')));
  faults.push(...labelled('focus', await measure(page, 'ringless')));
  faults.push(...(await inEveryLook(page)), ...(await inEverySize(page)));
  return faults;
}

async function inEveryLook(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const look of LOOKS) {
    await page.evaluate(`document.documentElement.dataset.look = '${look}'`);
    faults.push(...labelled(`${look} look`, await axeFindings(page, ['color-contrast'])));
  }
  await page.evaluate(`document.documentElement.dataset.look = 'paper'`);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  faults.push(...labelled('forced colours', await axeFindings(page, ['color-contrast'])));
  faults.push(...labelled('forced colours', await measure(page, 'unbounded')));
  faults.push(...labelled('forced colours', await measure(page, 'ringless')));
  faults.push(...labelled('reduced motion', await measure(page, 'moving')));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
  return faults;
}

async function inEverySize(page: Page): Promise<string[]> {
  const wide = page.viewportSize() ?? { width: 1280, height: 900 };
  await page.setViewportSize({ width: 320, height: 256 });
  // Charts are drawn anew in the frame after their table has found its width.
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
  const faults = await layoutFaults(page, 'at 320 by 256');
  faults.push(...labelled('target at 320', await measure(page, 'small')));
  await page.setViewportSize(wide);
  await spaceOut(page);
  faults.push(...(await layoutFaults(page, 'text twice as large, spaced out')));
  return faults;
}

/** What somebody without scripts doesn't get: the heading and every word must be there. */
export async function compareText(scripted: Page, plain: Page): Promise<string[]> {
  const [one, other] = [await mainText(scripted), await mainText(plain)];
  return one === other ? [] : [`without scripts the text differs: '${difference(one, other)}'`];
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const from = Math.max(0, at - 20);
  return `${one.slice(from, at + 40)}' and '${other.slice(from, at + 40)}`;
}

const labelled = (label: string, lines: string[]) => lines.map(line => `${label}: ${line}`);
