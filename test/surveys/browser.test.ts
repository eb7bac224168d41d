import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { readDefinition } from '../../src/surveys/definition.ts';
import { openSite, takeOver, type Site } from '../support/browser.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';

// The builder as an officer meets it: by keyboard, with scripts and without; both leave the same survey.

let site: Site;
let officer: Officer;
beforeAll(async () => {
  site = await openSite();
  officer = await site.world.signIn('officer');
});
afterAll(() => site?.close());

/** What has the focus, by its words: never the whole page. */
const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(
    "document.activeElement === document.body ? 'body' : document.activeElement.textContent.trim()",
  );

test.each([true, false])('a branch, Welsh words and a walk, by keyboard (scripts: %s)', async scripts => {
  const { id } = await planConsultation(site.world, officer);
  const page = await site.newPage({ scripts });
  await takeOver(page, officer, site.origin);
  const press = (name: string | RegExp, role: 'button' | 'link' = 'button') =>
    page.getByRole(role, { name }).first().press('Enter');

  await page.goto(`/desk/consultations/${id}/survey`);
  await page.locator('#q3').getByRole('link', { name: /^Edit/ }).press('Enter');
  await page.getByLabel('The question', { exact: true }).fill('Short breaks suit my child.');
  if (scripts) expect(await focused(page)).not.toBe('body');
  await press('Save the question');
  await page.getByRole('heading', { name: '3. Short breaks suit my child.' }).waitFor();
  if (scripts) expect(await focused(page)).toContain('3. Short breaks suit my child.');

  await page
    .locator('#q2')
    .getByRole('link', { name: /^Skip by answer/ })
    .press('Enter');
  await page.getByText('Let another answer decide, or two').press('Enter');
  await page.getByLabel('Whose answer decides?').selectOption('q1');
  if (!scripts) await press('Choose the answers');
  await page.getByLabel('A child or young person').press('Space');
  await page.getByLabel('Then go to').selectOption('q5');
  await press('Add this rule');
  await page.getByText('The rule is saved.').waitFor();

  await page.goto(`/desk/consultations/${id}/survey/editions`);
  await page.getByLabel('Welsh').press('Space');
  await press('Offer it');
  await page.getByLabel('Welsh: Question 5, The question').fill('Beth i’w newid?');
  await press('Save');
  await page.getByText('Saved.').waitFor();

  await page.goto(`/desk/consultations/${id}/survey/preview`);
  await press('Start in Welsh', 'link');
  await page.locator('main a.button').press('Enter');
  await page.locator('input[value=young]').press('Space');
  for (const heading of ['How easy is it', 'Beth i’w newid?']) {
    await page.locator('main .row .button').first().press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(heading) }).waitFor();
  }
  await page.context().close();

  const { questions } = readDefinition((await latestVersion(site.world.db.read, id))?.definition ?? '');
  expect(questions[1]?.next).toEqual([{ when: { q: 'q1', anyOf: ['young'] }, to: 'q5' }]);
  expect(questions[4]?.editions?.cy?.ask).toBe('Beth i’w newid?');
});
