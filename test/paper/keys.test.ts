import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/browser.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation, usualSurvey, type Officer } from '../support/consultations.ts';

let site: Site;
let officer: Officer;
beforeAll(async () => {
  site = await openSite({ at: '2026-11-25' });
  officer = await site.world.signIn('officer');
}, 60_000);
afterAll(() => site.close());

test('a paper is typed in by keys alone, figures choosing the answers', { timeout: 60_000 }, async () => {
  const options = ['a', 'b', 'c'].map(each => ({ id: each, words: `Place ${each}` }));
  const questions: Definition['questions'] = [
    ...usualSurvey.questions,
    { id: 'q6', kind: 'top-three', ask: 'Where first?', options },
    { id: 'q7', kind: 'short-text', ask: 'Why there?' },
  ];
  const { id } = await openConsultation(site.world, officer, { survey: { format: 1, questions } });
  const page = await site.newPage();
  await page
    .context()
    .addCookies([{ name: 'session', value: officer.cookies.get('session')?.value ?? '', url: site.origin }]);
  await page.goto(`${site.origin}/desk/consultations/${id}/typing`);
  const focused = () => page.evaluate('document.activeElement.id');
  const { keyboard } = page;
  expect(await focused()).toBe('channel');
  await page.locator('#q1').focus();
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.press('0');
  await keyboard.press('Enter');
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.press('Enter');
  await keyboard.type('A later bus.');
  await keyboard.press('Tab');
  await keyboard.press('3');
  await keyboard.press('1');
  await keyboard.press('2');
  await keyboard.type('0 words: Alt and 0.');
  await keyboard.press('Alt+0');
  await keyboard.press('Alt+0');
  await keyboard.press('Tab');
  await keyboard.press('2');
  await keyboard.press('Enter');
  await page.getByText(/^Paper .* saved$/).waitFor();
  await expect.poll(focused).toBe('q1');
  const row = await site.world.db.read.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
  expect(JSON.parse(row.answers)).toEqual({
    q1: 'parent',
    q2: 'b',
    q4: ['a', 'b'],
    q5: 'A later bus.',
    q6: ['c', 'a', 'b'],
    q7: '0 words: Alt and 0.',
    quote: 'no',
  });
  const typed = await site.world.db.read.selectFrom('typed_responses').selectAll().executeTakeFirstOrThrow();
  expect(JSON.parse(typed.unreadable)).toEqual(['q3']);
  await page.context().close();
});
