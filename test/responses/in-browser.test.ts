import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../src/surveys/definition.ts';
import { openSite, type Site } from '../support/browser.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { base } from './family.ts';

let site: Site;
let planned: Planned;
let path: string;

beforeAll(async () => {
  site = await openSite();
  const care = { exit_address: `${site.origin}/help` };
  planned = await openConsultation(site.world, await site.world.signIn('officer'), care);
  path = base(planned.slug);
});
afterAll(() => site.close());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

test('every Continue saves and says so, where the page came by a swap too', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto(`${path}/q1`);
  await page.evaluate('globalThis.sameDocument = true');
  await page.getByLabel('A parent or carer').check();
  await press(page, 'Continue');
  await heading(page, /How easy is it/);
  await page.getByText('Your answers so far are saved.').waitFor();
  expect(await page.evaluate('globalThis.sameDocument')).toBe(true);
  await page.context().close();
});

test('what was typed and not sent is not left without a question, except by the way out; Back keeps it', async () => {
  const page = await site.newPage({ width: 390 });
  const asked = dismissed(page);
  await page.goto(`${path}/q5`);
  await page.getByRole('link', { name: 'Get help' }).first().click();
  await page.waitForURL('**/help');
  await page.goto(`${path}/q5`);
  await page.getByRole('textbox').fill('Half a thought.');
  await page.getByRole('link', { name: 'Get help' }).first().click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await press(page, /^Back$/);
  await heading(page, /What would help/);
  await page.getByRole('link', { name: 'Get help' }).first().click();
  await page.waitForURL('**/help');
  await page.goto(`${path}/q5`);
  expect(await page.getByRole('textbox').inputValue()).toBe('Half a thought.');
  await page.getByRole('textbox').fill('Another thought.');
  await page.getByRole('link', { name: 'Exit this page' }).click();
  await page.waitForURL('**/help');
  expect(asked).toHaveLength(1);
  await page.context().close();
});

test('another language keeps what was typed; what cannot be saved is not left without a question', async () => {
  const page = await site.newPage({ width: 390 });
  const asked = dismissed(page);
  await page.goto(`${path}/q5`);
  await page.getByRole('textbox').fill('Half a thought.');
  await page.getByRole('button', { name: 'Cymraeg' }).click();
  await page.locator('html[lang=cy]').waitFor();
  expect(page.url()).toContain('/q5');
  expect(await page.getByRole('textbox').inputValue()).toBe('Half a thought.');
  expect(asked).toEqual([]);
  await page.getByRole('textbox').fill('a'.repeat(5001));
  await page.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(await page.getByRole('textbox').inputValue()).toHaveLength(5001);
  await page.context().close();
});

test.each([true, false])('a choice can be taken out before it is saved (scripts: %s)', async scripts => {
  const page = await site.newPage({ width: 390, scripts });
  await page.goto(`${path}/q2`);
  const clear = page.getByRole('button', { name: 'Take my answer out' });
  expect(await clear.isVisible()).toBe(false);
  const choice = page.getByRole('radio').first();
  await choice.check();
  await clear.click();
  if (scripts) {
    expect(await choice.isChecked()).toBe(false);
    expect(await clear.isVisible()).toBe(false);
    await press(page, 'Continue');
  }
  await page.waitForURL('**/q3');
  await page.goto(`${path}/q2`);
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  await page.context().close();
});

test('a changed answer leads back to its place among the answers', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto(`${path}/q2`);
  await page.getByRole('radio').first().check();
  await press(page, 'Continue');
  await heading(page, /./);
  await page.goto(`${path}/q5?to=check`);
  await press(page, 'Go back without saving');
  await heading(page, 'Check your answers');
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('row-q5');
  await page.context().close();
});

test.each([true, false])(
  'where cookies are blocked the words come back with other ways to answer (scripts: %s)',
  async scripts => {
    const page = await site.newPage({ width: 390, scripts });
    // As a browser does that keeps no cookies: it takes none of them from any answer.
    await page.route('**/answer/**', async route => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = Object.fromEntries(Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie'));
      await page.context().clearCookies();
      await route.fulfill({ response, headers });
    });
    await page.goto(`${path}/q5`);
    await page.getByRole('textbox').fill('Nobody should lose this.');
    await press(page, 'Continue');
    await heading(page, 'Your browser blocks cookies');
    const main = page.getByRole('main');
    await main.getByText('Nobody should lose this.').waitFor();
    await main.getByText('01632 960 123').first().waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.context().close();
  },
);

test('a shared device asks whether somebody is still there, waits when told so, and else forgets', async () => {
  const page = await site.newPage({ width: 390 });
  await page.clock.install();
  await page.goto(`${path}/kiosk`);
  await press(page, 'Use this device for many people');
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.getByLabel('A parent or carer').check();
  await press(page, 'Continue');
  await heading(page, /How easy is it/);
  const asking = page.getByRole('dialog', { name: /Are you still there/ });
  await page.clock.runFor(242_000);
  await asking.waitFor();
  await press(page, 'I am still here');
  await asking.waitFor({ state: 'hidden' });
  await page.clock.runFor(200_000);
  expect(await asking.isVisible()).toBe(false);
  await page.clock.runFor(120_000);
  await heading(page, 'Before you start');
  const names = (await page.context().cookies(`${site.origin}${path}`)).map(cookie => cookie.name);
  expect(names).toContain('kiosk');
  expect(names).not.toContain('draft');
  await page.goto(`${path}/q1`);
  expect(await page.getByLabel('A parent or carer').isChecked()).toBe(false);
  await page.context().close();
});

test('what is picked first in a top three cannot be picked again in the other lists', async () => {
  const options = ['Swimming', 'Music', 'Cooking'].map((words, at) => ({ id: 'abc'[at] ?? '', words }));
  const survey: Definition = {
    format: 1,
    questions: [{ id: 'q1', kind: 'top-three', ask: 'Which clubs first?', options }],
  };
  const three = await openConsultation(site.world, await site.world.signIn('officer'), { survey });
  const page = await site.newPage({ width: 390 });
  await page.goto(`${base(three.slug)}/q1`);
  await page.getByRole('listitem').filter({ hasText: 'Cooking' }).waitFor();
  const second = page.getByLabel('Second');
  const music = second.getByRole('option', { name: 'Music' });
  await page.getByLabel('First: the most important').selectOption('Music');
  expect(await music.isDisabled()).toBe(true);
  await second.selectOption('Cooking');
  await page.getByLabel('First: the most important').selectOption('Swimming');
  expect(await music.isDisabled()).toBe(false);
  await press(page, 'Continue');
  await heading(page, 'Check your answers');
  await page.context().close();
});

test.each([true, false])('‘exit this page’ leaves at once (scripts: %s)', async scripts => {
  const page = await site.newPage({ width: 390, scripts });
  await page.goto(path);
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await heading(page, 'Who is answering?');
  await page.getByRole('link', { name: 'Exit this page' }).click();
  await page.waitForURL('**/help');
  await page.goBack();
  // With scripts the page itself has left the history too.
  await heading(page, scripts ? 'Before you start' : 'Who is answering?');
  await page.context().close();
});

test('after sending, Back shows none of the answers to whoever comes next', async () => {
  const page = await site.newPage({ width: 390 });
  await page.goto(`${path}/q5`);
  await page.getByRole('textbox').fill('Only mine');
  await press(page, 'Continue');
  await page.goto(`${path}/check`);
  await press(page, 'Send my answers');
  await heading(page, 'Your answers have been sent');
  await page.getByText('Who have we missed?').click();
  await press(page, 'Answer for another person');
  await heading(page, 'Before you start');
  for (let n = 0; n < 4; n++) {
    await page.goBack().catch(() => null);
    expect(await page.getByText('Only mine').count()).toBe(0);
    for (const box of await page.getByRole('textbox').all()) expect(await box.inputValue()).not.toContain('Only mine');
  }
  await page.context().close();
});

test('where the phone refuses to copy, it says how to do it by hand', async () => {
  const page = await site.newPage({ width: 390 });
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
  );
  await page.goto(`${path}/q5`);
  await page.getByRole('textbox').fill('Ramps');
  await press(page, 'Continue');
  await page.goto(`${path}/check`);
  await press(page, 'Send my answers');
  await heading(page, 'Your answers have been sent');
  const byHand = page.getByText('press and hold it. Then choose ‘Copy’').first();
  expect(await byHand.isVisible()).toBe(false);
  await press(page, 'Copy my private link');
  await byHand.waitFor();
  expect(await page.getByRole('button', { name: 'Copy my private link' }).isVisible()).toBe(false);
  expect(await page.evaluate('getSelection().toString() === document.activeElement.textContent')).toBe(true);
  await page.context().close();
});

/** What the browser itself asks from now on; each question is answered with no. */
function dismissed(page: Page): string[] {
  const asked: string[] = [];
  page.on('dialog', dialog => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  return asked;
}
