import { serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { App } from '../../src/app.ts';
import type { Config } from '../../src/config.ts';
import type { Dialect } from '../../src/db/dialect.ts';
import type { Role } from '../../src/people/roles.ts';
import { SCREEN_ALONE, startChromium } from './chromium.ts';
import { freePort } from './postgres.ts';
import type { Visitor } from './visitor.ts';
import { createWorld, type World } from './world.ts';

/** The whole site behind a real port, and one Chromium to look at it with. */
export type Site<W extends World = World> = {
  world: W;
  origin: string;
  browser: Browser;
  /** A tab of its own, with its own cookies. Close it when done: `page.context().close()`. */
  newPage(options?: PageOptions): Promise<Page>;
  close(): Promise<void>;
};

export type PageOptions = {
  width?: number;
  height?: number;
  /** False turns scripts off. */
  scripts?: boolean;
  colorScheme?: 'light' | 'dark';
  forcedColors?: boolean;
  reducedMotion?: boolean;
};

export type SiteOptions = { dialect?: Dialect; at?: string; settings?: Partial<Config> };

/** `at` is the day on which it opens; turn the clock by `site.world.setNow`. */
export function openSite({ dialect = 'sqlite', at, settings }: SiteOptions = {}): Promise<Site> {
  return openSiteOf(address => createWorld(dialect, at, { ...settings, ...address }));
}

/** The site of a world that is made with the address it will have. */
export async function openSiteOf<W extends World>(
  make: (address: Pick<Config, 'publicUrl'>) => Promise<W>,
): Promise<Site<W>> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const world = await make({ publicUrl: origin });
  const [browser, stop] = await Promise.all([startChromium([SCREEN_ALONE]), listen(world.app, port)]);
  const close = async () => {
    await browser.close();
    await stop();
    await world.close();
  };
  return { world, origin, browser, newPage: options => newPage(browser, origin, options), close };
}

/** Serves an app on a port of this machine alone; gives what stops it. */
export function listen(app: Pick<App['app'], 'fetch'>, port: number): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(stop));
    server.once('error', reject);
    const stop = () =>
      new Promise<void>(done => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
  });
}

export async function newPage(browser: Browser, origin: string, options: PageOptions = {}): Promise<Page> {
  const { width = 1280, height = 900, scripts = true, colorScheme, forcedColors, reducedMotion } = options;
  const settings: BrowserContextOptions = {
    baseURL: origin,
    viewport: { width, height },
    javaScriptEnabled: scripts,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  };
  if (colorScheme) settings.colorScheme = colorScheme;
  if (forcedColors) settings.forcedColors = 'active';
  if (reducedMotion) settings.reducedMotion = 'reduce';
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** Signs this tab in as a new person of that role. Gives the person's id. */
export async function signIn(page: Page, site: Site, role: Role, organisation?: string): Promise<string> {
  const visitor = await site.world.signIn(role, organisation);
  await takeOver(page, visitor, site.origin);
  return visitor.personId;
}

/** Gives a tab the cookies that somebody has gathered without a browser. */
export async function takeOver(page: Page, visitor: Visitor, origin: string): Promise<void> {
  const domain = new URL(origin).hostname;
  const cookies = [...visitor.cookies].map(([name, { value, path }]) => ({
    name,
    value,
    path,
    domain,
    httpOnly: true,
  }));
  await page.context().addCookies(cookies);
}
