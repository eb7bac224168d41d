import { mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import packed from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

// These make one process of it all, and let pages reach other origins: a browser that families have does neither.
const NOT_LIKE_A_BROWSER = ['--single-process', '--no-zygote', '--disable-web-security'];

// A graphics card made of software draws every frame ten times slower than no card at all.
const CARD_OF_SOFTWARE = [
  ...['--ignore-gpu-blocklist', '--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader'],
  '--enable-unsafe-swiftshader',
];

/** Memory for painting, in MB: no more than the screen is painted, and not what lies far below. Pictures need more. */
export const SCREEN_ALONE = '--force-gpu-mem-available-mb=6';

/** The Chromium that came by npm, or the one that CHROME_PATH names. A browser that can't start fails the test. */
export async function startChromium(more: readonly string[] = []): Promise<Browser> {
  const unwanted = [...NOT_LIKE_A_BROWSER, ...CARD_OF_SOFTWARE];
  const packedArgs = packed.args.filter(each => !unwanted.includes(each));
  const args = [...packedArgs, '--disable-gpu', ...more];
  return chromium.launch({ executablePath: process.env.CHROME_PATH || (await unpack()), args, headless: true });
}

const LOCK = join(tmpdir(), 'said-and-done-chromium.lock');
const STALE = 60_000;

// It unpacks itself on first use and takes whatever file is there for a whole one, so two test files take turns.
async function unpack(): Promise<string> {
  while (!lock()) await wait(100);
  try {
    return await packed.executablePath();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

function lock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > STALE) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}
