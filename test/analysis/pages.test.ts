import { afterAll, beforeAll, expect, test } from 'vitest';
import { renewSnapshots } from '../../src/analysis/snapshots.ts';
import { openSite, signIn, type Site } from '../support/browser.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { many, sendAll } from './sent.ts';

let site: Site;
let of: Planned;

beforeAll(async () => {
  site = await openSite({ at: '2026-11-22' });
  const officer = await site.world.signIn('officer');
  of = await openConsultation(site.world, officer, { closes_on: '2026-12-14' });
  await sendAll(
    site.world,
    of,
    many(30, at => ({ q4: [at % 2 ? 'a' : 'b'], q5: at < 12 ? `Words ${at}.` : null })),
  );
  site.world.setNow('2026-12-15');
  await renewSnapshots(site.world.deps);
}, 60_000);
afterAll(() => site.close());

test('a chart is drawn exactly over the bars of its table, and nothing is refused or moves', async () => {
  const page = await site.newPage({ reducedMotion: true });
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  await signIn(page, site, 'board member');
  await page.goto(`/board/${of.slug}`);
  const table = page.locator('section', { hasText: 'What would help?' }).locator('[data-chart]');
  await table.locator('canvas').waitFor();
  expect(await table.locator('.chart-layer').getAttribute('aria-hidden')).toBe('true');
  const over = await table.evaluate(place => {
    const bars = [...place.querySelectorAll('.bar')].map(bar => bar.getBoundingClientRect());
    const canvas = place.querySelector('canvas')?.getBoundingClientRect();
    const [first, last] = [bars[0], bars.at(-1)];
    if (!canvas || !first || !last) return null;
    return [canvas.left - first.left, canvas.top - first.top, canvas.bottom - last.bottom, canvas.width - first.width];
  });
  for (const off of over ?? [99]) expect(Math.abs(off)).toBeLessThan(2);
  expect(complaints).toEqual([]);
  // 15 of 30 people: the first half of the upper bar is painted, the second is not.
  const painted = await page.evaluate(`(() => {
    const canvas = document.querySelector('[aria-labelledby="figure-q4"] canvas');
    const alpha = x => canvas.getContext('2d').getImageData(canvas.width * x, canvas.height / 8, 1, 1).data[3];
    return [alpha(0.25), alpha(0.75)];
  })()`);
  expect(painted).toEqual([255, 0]);
  await page.context().close();
});

test('without scripts the table has its own bars and says the same', async () => {
  const page = await site.newPage({ scripts: false });
  await signIn(page, site, 'board member');
  await page.goto(`/board/${of.slug}`);
  const section = page.locator('section', { hasText: 'What would help?' });
  expect(await section.locator('canvas').count()).toBe(0);
  expect(await section.locator('.bar').first().isVisible()).toBe(true);
  expect(await section.locator('td').allTextContents()).toEqual(['15 (50%)', '15 (50%)']);
  await page.context().close();
});

test.each([true, false])('a comment is marked with a theme by keys (scripts: %s)', async scripts => {
  const page = await site.newPage({ scripts });
  const personId = await signIn(page, site, 'officer');
  const added = { person_id: personId, added_by: personId, added_at: '2026-11-22T12:00:00.000Z' };
  await site.world.db.write
    .insertInto('team_members')
    .values({ consultation_id: of.id, ...added })
    .execute();
  await page.goto(`/desk/consultations/${of.id}/themes`);
  const name = `Theme ${scripts ? 'with' : 'without'} scripts`;
  await page.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name }).waitFor();
  await page.goto(`/desk/consultations/${of.id}/answers/q5`);
  const comment = page.locator('article', { hasText: 'Words 3.' });
  const box = comment.getByRole('checkbox', { name });
  await box.focus();
  await page.keyboard.press('Space');
  if (scripts) {
    await comment.getByText('Saved', { exact: true }).waitFor();
    expect(await box.evaluate(element => element.matches(':focus'))).toBe(true);
  } else {
    await comment.getByRole('button', { name: 'Save themes' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#comment-/);
  }
  await page.goto(`/desk/consultations/${of.id}/themes`);
  expect(await page.locator('li', { hasText: name }).innerText()).toContain('1 person, 1 comment');
  await page.context().close();
});
