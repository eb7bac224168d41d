import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { measureAll } from '../pages/measure.ts';
import { axeFindings } from '../support/axe.ts';
import { openSite, takeOver, type Site } from '../support/browser.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';
import { htmlErrors } from '../support/html.ts';
import { lssSurveyOf } from './lss-fixture.ts';

// What a file brings, as an officer meets it: by keyboard, with scripts and without, on a small screen.

let site: Site;
let officer: Officer;
let folder: string;
beforeAll(async () => {
  site = await openSite();
  officer = await site.world.signIn('officer');
  folder = mkdtempSync(join(tmpdir(), 'said-and-done-file-'));
  const questions = [
    { code: 'Q1', type: 'L', options: ['A', 'B'], other: 'Y', settings: { random_order: '1' } },
    { code: 'Q2', type: '|', ask: { en: `Send us ${'a photograph of your favourite place '.repeat(6)}` } },
  ];
  writeFileSync(join(folder, 'theirs.lss'), lssSurveyOf(questions));
});
afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

test.each([true, false])('a file is read, looked at, and used by keyboard (scripts: %s)', async scripts => {
  const { id } = await planConsultation(site.world, officer);
  const page = await site.newPage({ scripts });
  await takeOver(page, officer, site.origin);
  await page.goto(`/desk/consultations/${id}/survey`);
  await page.getByRole('link', { name: 'Start from a file' }).press('Enter');
  await page.getByLabel('File').setInputFiles(join(folder, 'theirs.lss'));
  const answered = page.waitForResponse(response => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Read the file' }).press('Enter');
  expect(await htmlErrors(await (await answered).text())).toEqual([]);
  await page.getByRole('heading', { level: 1, name: 'What the file brings' }).waitFor();
  if (scripts) {
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await measureAll(page, ['small', 'faults'])).toEqual([]);
  }
  await page.getByRole('radio', { name: 'Add them at the end' }).press('ArrowDown');
  expect(await page.getByRole('radio', { name: 'Replace the questions' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Use these questions' }).press('Enter');
  await page.getByText('The questions from your file are here.').waitFor();
  expect(await page.locator('.builder > li').count()).toBe(1);
  await page.context().close();
});
