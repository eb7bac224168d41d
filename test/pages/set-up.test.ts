import { afterAll, expect, test } from 'vitest';
import { offerSetup } from '../../src/people/setup.ts';
import { openSiteOf } from '../support/browser.ts';
import { createWorld } from '../support/world.ts';
import { checkErrors, fillBadly, send } from './error-page.ts';
import { lookOnce, lookThrough, watch } from './look.ts';
import { enter, modesOf } from './modes.ts';

// The one page that stands only while there is nobody yet.

const nobody = async () => ({ council: '', health: '' });
const site = await openSiteOf(address => createWorld('sqlite', '2026-11-22', address, nobody));
const page = await site.newPage();
const heard = watch(page, site.origin);
afterAll(() => site.close());

const name = '/set-up (the first time)';

test.each(modesOf(name, true).map(mode => [mode.name, mode] as const))(
  'the first set-up is a page like every other, right and wrong: %s',
  { timeout: 120_000 },
  async (_name, mode) => {
    await enter(page, mode);
    const response = await page.goto((await offerSetup(site.world.deps)) ?? '');
    expect(response?.status()).toBe(200);
    const served = (await response?.text()) ?? '';
    expect(await lookThrough(name, { page, plain: null, mode, html: served }, true)).toEqual([]);
    await page.goto('/set-up');
    const mistake = { on: '/set-up', type: { name: 'Together in Brackenshire', email: 'sam at work' } };
    const html = await send(page, await fillBadly(page, mistake, action => action === '/set-up'));
    expect(await checkErrors(page, mistake, true)).toEqual([]);
    expect(await lookOnce(name, 'refused', { page, plain: null, mode, html })).toEqual([]);
    expect(heard.filter(line => !line.includes('422'))).toEqual([]);
  },
);
