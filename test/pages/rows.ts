import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { htmlErrors } from '../support/html.ts';
import { mainText, measure, measureAll, settleFrames, treeFaults } from './measure.ts';
import { enter, type Mode } from './modes.ts';

/** A page as it stands before somebody, right after what they did. */
export type View = {
  page: Page;
  /** The same without scripts, where there is such a tab. */
  plain: Page | null;
  mode: Mode;
  /** As it was served. */
  html: string;
};

/** What is wrong with the view, a line each. Leaves the page as it was. */
type Row = (view: View) => Promise<string[]>;

/** What every view of every page is held to. The keyboard comes first: what looks at the focus can't come after others. */
export const rows = {
  keyboard: ({ page }) => measureAll(page, ['unfocused', 'ringless']),
  validity: ({ html }) => htmlErrors(html),
  // Where the reader's own colours are forced on the page there is nothing to compute, and axe takes ours for them.
  axe: ({ page, mode }) => axeFindings(page, mode.forcedColors === 'active' ? ['color-contrast'] : []),
  names: ({ page }) => treeFaults(page),
  headings: ({ page }) => measure(page, 'headingFaults'),
  targets: ({ page }) => measure(page, 'small'),
  direction: ({ page }) => measure(page, 'misdirected'),
  // Every look is tried; where the reader's own colours are forced there are none.
  contrast: async ({ page, mode }) => (mode.forcedColors === 'active' ? [] : measure(page, 'paleInEveryLook')),
  forced: withForced,
  reflow: atFourTimes,
  text: async ({ page }) => (await measure(page, 'faultsSpacedOut')).map(line => `twice as large, spaced out, ${line}`),
  scripts: withoutScripts,
} satisfies Record<string, Row>;

export type RowName = keyof typeof rows;
export const rowNames = Object.keys(rows) as RowName[];

/** The whole table: what only some pages show (`error-page.ts`), and what is no page (`first-visit.test.ts`, `test/mail`). */
export const table = [...rowNames, 'errors', 'line', 'mail'] as const;

/** What is wrong with a view, by every row. An empty list is good. */
export async function inspect(view: View): Promise<string[]> {
  await view.page.evaluate('document.fonts.ready.then(() => 0)');
  const faults: string[] = [];
  for (const name of rowNames) faults.push(...(await rows[name](view)).map(line => `${name}: ${line}`));
  return faults;
}

/** With less motion, and then with forced colours too. */
async function withForced({ page, mode }: View): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults = await measure(page, 'moving');
  await page.emulateMedia({ forcedColors: 'active' });
  faults.push(...(await measureAll(page, ['unbounded', 'unmarked', 'ringless'])));
  await enter(page, mode);
  return faults;
}

/** As it stands, and at 1280 by 1024 at four times the size (WCAG 1.4.10). */
async function atFourTimes({ page, mode }: View): Promise<string[]> {
  const faults = (await measure(page, 'faults')).map(line => `as it stands, ${line}`);
  await page.setViewportSize({ width: 320, height: 256 });
  await settleFrames(page);
  faults.push(...(await measureAll(page, ['faults', 'small'])).map(line => `at 320 by 256, ${line}`));
  await enter(page, mode);
  await settleFrames(page);
  return faults;
}

/** What somebody without scripts doesn't get: the heading and every word must be there. */
async function withoutScripts({ page, plain }: View): Promise<string[]> {
  if (!plain) return [];
  const [one, other] = [await mainText(page), await mainText(plain)];
  return one === other ? [] : [`the text differs: '${difference(one, other)}'`];
}

function difference(one: string, other: string): string {
  const at = [...one].findIndex((letter, i) => letter !== other[i]);
  const from = Math.max(0, at - 20);
  return `${one.slice(from, at + 40)}' and '${other.slice(from, at + 40)}`;
}
