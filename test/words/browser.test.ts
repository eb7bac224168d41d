import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { openSite, takeOver, type PageOptions, type Site } from '../support/browser.ts';
import { htmlErrors } from '../support/html.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';

// What an officer sees of the checks while writing: beside the field, a moment later, and still in the field.

let site: Site;
let officer: Officer;
let question: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.world.signIn('officer');
  const { id } = await planConsultation(site.world, officer);
  question = `/desk/consultations/${id}/survey/questions/q5`;
});
afterAll(() => site?.close());

async function openAsOfficer(options: PageOptions = {}) {
  const page = await site.newPage(options);
  await takeOver(page, officer, site.origin);
  return page;
}

test('W01 as somebody writes, what the checks find comes beside the field, and the focus stays', async () => {
  const page = await openAsOfficer();
  await page.goto(question);
  await page.locator('#ask').fill('Does the SENCO help?');
  const beside = page.locator('#ask-words');
  await beside.getByText('“SENCO” is not explained.').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('ask');
  expect(await beside.getAttribute('role')).toBe('status');
  expect(await page.locator('#ask').inputValue()).toBe('Does the SENCO help?');
  expect(await axeFindings(page)).toEqual([]);
  await page.locator('#ask').fill('What would help you?');
  await beside.getByText('SENCO').waitFor({ state: 'detached' });
  await page.context().close();
});

test('W01 without scripts a button checks the words, and keeps what was typed', async () => {
  const page = await openAsOfficer({ scripts: false });
  await page.goto(question);
  await page.locator('#ask').fill('Does the SENCO help?');
  await page.getByRole('button', { name: 'Check the words' }).click();
  await page.locator('#ask-words').getByText('“SENCO” is not explained.').waitFor();
  expect(await page.locator('#ask').inputValue()).toBe('Does the SENCO help?');
  await page.context().close();
});

test('W01 the boxes for reasons say what they are about, and the summary leads to them', async () => {
  const { id } = await planConsultation(site.world, officer, { background: 'What the TAC said.' });
  const page = await openAsOfficer();
  await page.goto(`/desk/consultations/${id}`);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.locator('#error-summary').waitFor();
  expect(await page.evaluate('document.activeElement.id')).toBe('error-summary');
  expect(await axeFindings(page)).toEqual([]);
  const served = await officer.post(`/desk/consultations/${id}/publication`);
  expect(await htmlErrors(await served.text())).toEqual([]);
  await page.getByRole('link', { name: '“TAC” is not explained. Change it, or say why it stays.' }).click();
  const box = page.getByRole('textbox', { name: 'Why it stays as it is' });
  expect(await page.evaluate('document.activeElement.id')).toMatch(/^why-/);
  await box.fill('It is what the team is called.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  await page.getByText('Families can see it now.').waitFor();
  await page.getByText('It is what the team is called.').waitFor();
  await page.context().close();
});
