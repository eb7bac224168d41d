import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/browser.ts';
import { openConsultation, type Officer } from '../support/consultations.ts';

let site: Site;
let officer: Officer;
beforeAll(async () => {
  site = await openSite({ at: '2026-11-25' });
  officer = await site.world.signIn('officer');
}, 60_000);
afterAll(() => site.close());

test('a paper is typed in by keys alone, figures choosing the answers', { timeout: 60_000 }, async () => {
  const { id } = await openConsultation(site.world, officer);
  const page = await site.newPage();
  await page
    .context()
    .addCookies([{ name: 'session', value: officer.cookies.get('session')?.value ?? '', url: site.origin }]);
  await page.goto(`${site.origin}/desk/consultations/${id}/typing`);
  await page.locator('#q1').focus();
  const { keyboard } = page;
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.press('0');
  await keyboard.press('Enter');
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.press('Enter');
  await keyboard.type('A later bus.');
  for (let at = 0; at < 2; at++) await keyboard.press('Tab');
  await keyboard.press('2');
  await keyboard.press('Enter');
  await page.getByText(/^Saved as /).waitFor();
  const row = await site.world.db.read.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
  expect(JSON.parse(row.answers)).toEqual({ q1: 'parent', q2: 'b', q4: ['a', 'b'], q5: 'A later bus.', quote: 'no' });
  const typed = await site.world.db.read.selectFrom('typed_responses').selectAll().executeTakeFirstOrThrow();
  expect(JSON.parse(typed.unreadable)).toEqual(['q3']);
  await page.context().close();
});
