import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { arriveAt, choose, follow, isFocused, tabToControl, typeDay, typeInto } from '../support/keys.ts';
import { expectNews, type Chain, type Place } from './chain.ts';
import { change, days, families, outcome, questions, theme, title } from './story.ts';

const marked = 6;

/** Names a theme and marks six comments with it. */
export async function markComments(page: Page): Promise<void> {
  await follow(page, 'link', title);
  await follow(page, 'link', 'Themes');
  await arriveAt(page, 'Themes');
  await typeInto(page, 'Name', theme);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: theme }).waitFor();
  await follow(page, 'link', 'Answers');
  await arriveAt(page, 'Answers');
  const { ask = '' } = questions.at(-1) ?? {};
  await follow(page, 'link', new RegExp(`^\\d+\\. ${RegExp.escape(ask)}$`));
  await arriveAt(page, ask);
  for (let at = 0; at < marked; at++) await markOne(page, at);
  await follow(page, 'link', 'Themes');
  await page.getByText(`${marked} people, ${marked} comments`).waitFor();
}

async function markOne(page: Page, at: number): Promise<void> {
  const comment = page.getByRole('article', { name: 'Comment' }).nth(at);
  const box = comment.getByRole('checkbox', { name: theme });
  await tabToControl(page, box, `the theme of comment ${at + 1}`);
  await page.keyboard.press('Space');
  await comment.getByText('Saved', { exact: true }).waitFor();
  expect(await box.isChecked()).toBe(true);
  // Only the word 'Saved' was swapped in: the keys go on from where they are.
  expect(await isFocused(box)).toBe(true);
}

/** A service change with two dated steps, published. */
export async function publishServiceChange(page: Page): Promise<void> {
  await follow(page, 'link', 'Service changes');
  await arriveAt(page, 'Service changes');
  await follow(page, 'link', 'New service change');
  await arriveAt(page, 'New service change');
  await typeInto(page, 'Title', change.title);
  await typeInto(page, 'Which service changes?', 'Short breaks');
  await typeInto(page, 'What changes, in one or two sentences', 'Families find every club in one place.');
  await follow(page, 'button', 'Save');
  await arriveAt(page, change.title);
  await addStep(page, change.first, days.promisedFor);
  await addStep(page, change.second, '2027-06-30');
  await follow(page, 'button', 'Publish');
  await page.getByRole('link', { name: 'See the public page' }).waitFor();
}

async function addStep(page: Page, words: string, by: string): Promise<void> {
  await follow(page, 'link', 'Add a step');
  await arriveAt(page, 'New step');
  await typeInto(page, 'What will be true when it is done?', words);
  await typeDay(page, 'By when', by);
  await follow(page, 'button', 'Save');
  await arriveAt(page, change.title);
}

/** 'We will', by a date, resting on the theme and linked to the service change; then everybody is told. */
export async function publishOutcome(chain: Chain, page: Page, { desk, slug }: Place): Promise<void> {
  await page.goto(`${desk}/outcomes`);
  await follow(page, 'link', 'Add an entry');
  await arriveAt(page, 'New entry');
  await typeInto(page, 'Heading', outcome.heading);
  await typeInto(page, 'What people said', outcome.said);
  await choose(page, 'checkbox', theme);
  await choose(page, 'radio', 'We will', 'What was decided?');
  await typeInto(page, 'What you did, will do or cannot do', outcome.will);
  await typeInto(page, 'Who looks after it', outcome.owner);
  await typeDay(page, /^By when/, days.promisedFor);
  await choose(page, 'checkbox', change.title);
  await follow(page, 'button', 'Save');
  await page.getByRole('link', { name: outcome.heading }).first().waitFor();
  await follow(page, 'link', 'Preview these answers');
  await arriveAt(page, /^Preview/);
  await follow(page, 'link', 'Go on to publishing');
  await arriveAt(page, 'Publish what was decided');
  await follow(page, 'button', 'Publish and tell people');
  await page.getByRole('link', { name: 'See the public page' }).waitFor();
  const told = [outcome.said, 'By Friday 30 April', outcome.will, `${chain.site.origin}/you-said-we-did/${slug}`];
  await expectNews(chain, Object.values(families), `You said, we did: ${title}`, told);
}

/** The promise is kept: the entry says so, and the step of the service change too. */
export async function keepPromise(chain: Chain, page: Page, { desk }: Place): Promise<void> {
  await page.goto(`${desk}/outcomes`);
  await follow(page, 'link', outcome.heading);
  await arriveAt(page, 'Change what is published');
  await choose(page, 'radio', 'We did', 'What was decided?');
  await typeInto(page, 'What you did, will do or cannot do', outcome.done);
  await typeDay(page, /^Done on/, days.done);
  await follow(page, 'button', 'Publish the change');
  await arriveAt(page, 'You said, we did');
  const news = ['Done Wednesday 10 March', outcome.done];
  await expectNews(chain, Object.values(families), `News about what we promised: ${title}`, news);
  await follow(page, 'link', 'Service changes');
  await arriveAt(page, 'Service changes');
  await follow(page, 'link', change.title);
  await arriveAt(page, change.title);
  await follow(page, 'link', change.first);
  await arriveAt(page, 'Edit a step');
  await typeDay(page, /^Done on/, days.done);
  await follow(page, 'button', 'Save and publish');
  await page.getByText('Done 10 March').waitFor();
  await expectNews(chain, Object.values(families), `News about what changes: ${change.title}`, [change.first]);
}
