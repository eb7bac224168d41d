import type { Page } from 'playwright-core';

/** How somebody has a page before them. `reading` is the cookie of the reading settings. */
export type Mode = {
  name: ModeName;
  size: { width: number; height: number };
  reading: string;
  forcedColors: 'active' | 'none';
};

export const modeNames = ['desk', 'phone', 'right to left', 'forced colours', 'largest'] as const;
export type ModeName = (typeof modeNames)[number];

/** Set by `npm run test:all`: every page in every mode. Otherwise each is taken at the desk and in one other mode. */
export const inEveryMode = Boolean(process.env.EVERY_MODE);

const desk: Mode = {
  name: 'desk',
  size: { width: 1280, height: 900 },
  reading: '',
  forcedColors: 'none',
};

export const modes: Record<ModeName, Mode> = {
  desk,
  phone: { ...desk, name: 'phone', size: { width: 320, height: 568 } },
  'right to left': { ...desk, name: 'right to left', reading: 'normal.normal.paper.ur' },
  'forced colours': { ...desk, name: 'forced colours', forcedColors: 'active' },
  largest: { ...desk, name: 'largest', reading: 'largest.wide.paper.plain' },
};

const others = modeNames.filter(name => name !== 'desk');
// Colleagues' pages are in English alone, so reading them from right to left is left to the long run.
const othersAtWork = others.filter(name => name !== 'right to left');

/** The modes in which a page is looked at. The one beside the desk hangs on its name alone: a new page moves no other. */
export function modesOf(name: string, isAtWork: boolean): Mode[] {
  if (inEveryMode) return modeNames.map(each => modes[each]);
  const turns = isAtWork ? othersAtWork : others;
  return [desk, modes[turns[numberOf(name) % turns.length] ?? 'phone']];
}

/**
 * Those together whose pages the server can't tell apart: one opening does for them. In the long run each page is opened
 * in each mode.
 */
export function servedAlike(list: readonly Mode[]): [Mode, ...Mode[]][] {
  const groups = inEveryMode ? list.map(mode => [mode]) : [...Map.groupBy(list, mode => mode.reading).values()];
  return groups as [Mode, ...Mode[]][];
}

// FNV-1a: spreads names that differ by a letter.
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** Makes a tab's screen that of the mode; its cookies are those of whoever looks. */
export async function enter(page: Page, { size, forcedColors }: Mode): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ forcedColors, reducedMotion: 'no-preference' });
}
