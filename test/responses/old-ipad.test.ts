import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { listen, newPage } from '../support/browser.ts';
import { startChromium } from '../support/chromium.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { freePort } from '../support/postgres.ts';
import { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerAll, base, draftIn, responsesOf } from './family.ts';

// An old iPad says nothing of where a form comes from but its origin, and privacy tools hide even that.

const words = 'Más clubs on Saturdays — “nearer home”, £5 at most 🙂';

let world: World;
let place: Planned;
let browser: Browser;
let origin: string;
let stop: () => Promise<void>;
/** What the server is told instead of what the browser says. */
let hides: (headers: Headers) => void = () => {};

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  world = await createWorld('sqlite', '2026-11-22', { publicUrl: origin });
  place = await openConsultation(world, await world.signIn('officer'));
  stop = await listen({ fetch: (request, env) => world.app.fetch(asHeard(request), env as object) }, port);
  browser = await startChromium();
});
afterAll(async () => {
  await browser.close();
  await stop();
  await world.close();
});

function asHeard(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (name.startsWith('sec-')) headers.delete(name);
  hides(headers);
  const { url, method, body } = request;
  return new Request(url, body ? { method, headers, body, duplex: 'half' } : { method, headers });
}

const hideOrigin = (headers: Headers) => {
  if (headers.has('origin')) headers.set('origin', 'null');
  headers.delete('referer');
};

describe.each([true, false])('an old iPad, with scripts: %s', scripts => {
  test('answers and sends', async () => {
    hides = () => {};
    const page = await newPage(browser, origin, { width: 768, height: 1024, scripts });
    const before = (await responsesOf(world, place.id)).length;
    await goTo(page, `${base(place.slug)}/q1`);
    while (!page.url().endsWith('/check')) await answer(page);
    await press(page, 'Send my answers');
    await page.getByRole('heading', { name: 'Your answers have been sent' }).waitFor();
    const rows = await responsesOf(world, place.id);
    expect(rows.length).toBe(before + 1);
    expect(rows.map(row => (JSON.parse(row.answers) as { q5?: string }).q5)).toContain(words);
    await page.context().close();
  });

  test('is refused kindly where it hides its origin, with the words to copy and a way on', async () => {
    hides = hideOrigin;
    const page = await newPage(browser, origin, { width: 768, height: 1024, scripts });
    await goTo(page, `${base(place.slug)}/q5`);
    await page.getByRole('textbox').fill(words);
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'We could not be sure that this came from our page' }).waitFor();
    expect(await page.locator('.kept-words').allTextContents()).toEqual([words]);
    await page.getByRole('link', { name: 'Answer on paper or by phone' }).waitFor();
    hides = () => {};
    await page.getByRole('link', { name: 'Open the page again' }).click();
    await page.getByRole('textbox').fill(words);
    await press(page, 'Continue');
    await page.getByRole('heading', { name: 'May we quote' }).waitFor();
    await page.context().close();
  });
});

test('over requests: an origin alone is enough, and one that is hidden gives back what was typed, and no more', async () => {
  const visitor = new Visitor(world.app, origin);
  const draft = draftIn(await answerAll(visitor, place.slug));
  const path = `${base(place.slug)}/q5`;
  const refused = await visitor.post(path, { draft, to: 'check', answer: words }, { origin: 'null' });
  const page = await refused.text();
  expect(refused.status).toBe(403);
  expect(page).toContain(words);
  expect(page).toContain(`href="${path}"`);
  expect(page).not.toContain(draft);
  const kept = await visitor.read(path);
  expect(kept).toContain('More Saturday clubs, please.');
  const sending = await visitor.post(`${base(place.slug)}/sending`, { draft }, { origin: 'null' });
  expect(sending.status).toBe(403);
  expect(await sending.text()).not.toContain('/sending"');
  expect((await visitor.post(`${base(place.slug)}/sending`, { draft })).status).toBe(303);
});

async function goTo(page: Page, path: string): Promise<void> {
  expect((await page.goto(path))?.status()).toBe(200);
}

async function answer(page: Page): Promise<void> {
  const radio = page.getByRole('radio').first();
  const box = page.getByRole('textbox').first();
  if (await radio.count()) await radio.check();
  else if (await box.count()) await box.fill(words);
  await press(page, 'Continue');
}

/** Presses the button and waits until another page stands there. */
async function press(page: Page, name: string): Promise<void> {
  const title = await page.title();
  await page.getByRole('button', { name, exact: true }).click();
  await expect.poll(() => page.title()).not.toBe(title);
}
