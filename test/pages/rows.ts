import type { Page } from 'playwright-core';
import { axeFindings } from '../support/axe.ts';
import { htmlErrors } from '../support/html.ts';
import { layoutFaults, mainText, measure, settleFrames, spaceOut, treeFaults } from './measure.ts';
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

const LOOKS = ['paper', 'cream', 'dark', 'contrast'];

/** What every view of every page is held to. The keyboard comes first: what looks at the focus can't come after others. */
export const rows = {
  keyboard: async ({ page }) => [...(await measure(page, 'unfocused')), ...(await measure(page, 'ringless'))],
  validity: ({ html }) => htmlErrors(html),
  // Where the reader's own colours are forced on the page there is nothing to compute, and axe takes ours for them.
  axe: ({ page, mode }) => axeFindings(page, mode.forcedColors === 'active' ? ['color-contrast'] : []),
  names: ({ page }) => treeFaults(page),
  headings: ({ page }) => measure(page, 'headingFaults'),
  targets: ({ page }) => measure(page, 'small'),
  direction: ({ page }) => measure(page, 'misdirected'),
  contrast: inEveryLook,
  forced: async view => [...(await withForcedColours(view)), ...(await withReducedMotion(view))],
  reflow: atFourTimes,
  text: withLargeText,
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

async function inEveryLook({ page, mode }: View): Promise<string[]> {
  if (mode.forcedColors === 'active') return [];
  const faults: string[] = [];
  const own = await page.evaluate<string>('document.documentElement.dataset.look');
  for (const look of LOOKS) {
    await page.evaluate(`document.documentElement.dataset.look = '${look}'`);
    faults.push(...(await measure(page, 'pale')).map(line => `${look}: ${line}`));
  }
  await page.evaluate(`document.documentElement.dataset.look = '${own}'`);
  return faults;
}

async function withForcedColours({ page, mode }: View): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const faults: string[] = [];
  for (const what of ['unbounded', 'unmarked', 'ringless']) faults.push(...(await measure(page, what)));
  await enter(page, mode);
  return faults;
}

async function withReducedMotion({ page, mode }: View): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const faults = await measure(page, 'moving');
  await enter(page, mode);
  return faults;
}

/** As it stands, and at 1280 by 1024 at four times the size (WCAG 1.4.10). */
async function atFourTimes({ page, mode }: View): Promise<string[]> {
  const faults = await layoutFaults(page, 'as it stands');
  await page.setViewportSize({ width: 320, height: 256 });
  await settleFrames(page);
  faults.push(...(await layoutFaults(page, 'at 320 by 256')), ...(await measure(page, 'small')));
  await enter(page, mode);
  await settleFrames(page);
  return faults;
}

async function withLargeText({ page }: View): Promise<string[]> {
  await spaceOut(page, true);
  const faults = await layoutFaults(page, 'text twice as large, spaced out');
  await spaceOut(page, false);
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
