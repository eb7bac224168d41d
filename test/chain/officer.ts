import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { arriveAt, choose, control, follow, isFocused, tabTo, typeDay, typeInto } from '../support/keys.ts';
import type { Place } from './chain.ts';
import { days, planWords, questions, title, type Asked } from './story.ts';

/** From the desk to a new consultation, which cannot be published yet: the page names each thing that is missing. */
export async function createConsultation(page: Page): Promise<Place> {
  await follow(page, 'link', 'New consultation');
  await arriveAt(page, 'New consultation');
  await typeInto(page, 'Title', title);
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Plan');
  const desk = new URL(page.url()).pathname.replace('/plan', '');
  await tryToPublish(page);
  // Loading the page again shows where it stands.
  expect(new URL(page.url()).pathname).toBe(desk);
  return { desk, slug: 'short-breaks-what-should-change' };
}

async function tryToPublish(page: Page): Promise<void> {
  await follow(page, 'link', 'Overview');
  await arriveAt(page, title);
  await follow(page, 'button', 'Publish');
  const problem = page.getByRole('region', { name: /^It is not published: \d+ things are missing$/ });
  await problem.waitFor();
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await expect.poll(() => isFocused(problem)).toBe(true);
  for (const words of ['Say what can change.', 'Name the safeguarding lead.', 'Choose the day it closes.'])
    await problem.getByRole('link', { name: words }).waitFor();
}

/** What the charter asks: purpose, level and why, who decides, who reads, dates, people to ask. */
export async function writePlan(page: Page): Promise<void> {
  await follow(page, 'link', 'Say what it is for.');
  await arriveAt(page, 'Plan');
  // The link leads to the very box.
  await expect.poll(() => isFocused(control(page, 'textbox', 'What it is for'))).toBe(true);
  for (const [label, words] of planWords) await typeInto(page, label, words);
  await choose(page, 'radio', 'Consultation', 'Level of participation');
  await typeInto(page, 'Why this level', 'We have three ideas and ask which would help.');
  await choose(page, 'radio', 'Service', 'What it is about');
  await typeInto(page, 'Who makes the decision', 'The head of short breaks decides.');
  await choose(page, 'radio', 'A public report', 'How widely answers may be shared');
  await typeDay(page, 'Opens on', days.opens);
  await typeDay(page, 'Closes on', days.closes);
  await typeDay(page, 'You say what was decided by', days.decideBy);
  await typeInto(page, 'How long answering takes', '6');
  await typeInto(page, 'How long answers are kept after the close', '24');
  await typeInto(page, 'Key contact: name', 'Rowan Hale');
  await typeInto(page, 'Key contact: email address', 'rowan@brackenshire.example');
  await typeInto(page, 'Safeguarding lead: name', 'Ash Birch');
  await typeInto(page, 'Safeguarding lead: email address', 'safe@brackenshire.example');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.', { exact: true }).waitFor();
}

export async function namePeople(page: Page): Promise<void> {
  await follow(page, 'link', 'Say which professionals are involved, and their role.');
  await arriveAt(page, 'People');
  await typeInto(page, 'Name', 'Rowan Hale');
  await typeInto(page, 'Role', 'Short breaks lead');
  await typeInto(page, 'Why they are here', 'Reads every answer.');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Rowan Hale' }).waitFor();
}

export async function buildSurvey(page: Page): Promise<void> {
  await follow(page, 'link', 'Survey');
  await arriveAt(page, 'Survey');
  for (const question of questions) await addQuestion(page, question);
}

async function addQuestion(page: Page, { kind, ask, boxes }: Asked): Promise<void> {
  await follow(page, 'link', kind);
  await arriveAt(page, new RegExp(`^((A new question|Questions? [\\d to]+): )?${kind}$`, 'i'));
  await typeInto(page, kind === 'Something to read' ? 'Heading' : 'The question', ask);
  for (const [label, words] of boxes) await typeInto(page, label, words);
  await follow(page, 'button', 'Save the question');
  await arriveAt(page, 'Survey');
  await page.getByRole('heading', { level: 2, name: ask }).waitFor();
}

/** Looks at it as families will, then publishes. */
export async function previewAndPublish(page: Page): Promise<void> {
  await follow(page, 'link', 'Preview');
  await arriveAt(page, title);
  for (const { ask } of questions.slice(1)) await page.getByText(ask, { exact: true }).first().waitFor();
  await follow(page, 'link', 'Overview');
  await page.getByText('Nothing is missing here.').waitFor();
  await follow(page, 'button', 'Publish');
  await arriveAt(page, 'Publish it now?');
  await follow(page, 'button', 'Publish now');
  await page.getByText('Families can see it now.').waitFor();
  await follow(page, 'link', 'Open the public page');
  await page.getByText('You can answer from Monday 23 November.').waitFor();
  await tabTo(page, 'link', 'Have your say');
}
