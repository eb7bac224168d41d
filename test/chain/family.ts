import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { Answers } from '../../src/surveys/kinds/kind.ts';
import { arriveAt, choose, control, follow, isFocused, tabBackTo, tabTo, typeDay, typeInto } from '../support/keys.ts';
import { sendAll } from '../responses/family.ts';
import type { Chain, Place } from './chain.ts';
import { others, questions, title, type Answered, type Asked } from './story.ts';

const quote = 'May we quote your words without your name?';

/** From the hub to the confirmation. Gives the private link. */
export async function answerAndSend(page: Page): Promise<string> {
  await begin(page);
  for (const question of questions) await answer(page, question);
  await arriveAt(page, quote);
  await choose(page, 'radio', 'Yes, you may quote my words');
  await follow(page, 'button', 'Continue');
  return send(page);
}

/** The same with every question skipped. */
export async function skipAndSend(page: Page): Promise<string> {
  await begin(page);
  for (const { ask } of questions) {
    await arriveAt(page, ask);
    await follow(page, 'button', 'Continue');
  }
  // Nobody is asked whether they may be quoted who wrote nothing; the first page asks nothing.
  await arriveAt(page, 'Check your answers');
  expect(await page.getByText('You skipped this').count()).toBe(questions.length - 1);
  await tabBackTo(page, 'link', 'Back');
  await page.keyboard.press('Enter');
  await arriveAt(page, questions.at(-1)?.ask ?? '');
  await follow(page, 'button', 'Continue');
  await arriveAt(page, 'Check your answers');
  await page.getByText('You have not answered anything yet').waitFor();
  return send(page, 'Send anyway', 'You sent an empty survey');
}

async function begin(page: Page): Promise<void> {
  await page.goto('/');
  await arriveAt(page, /^Your voice/);
  await follow(page, 'link', title);
  await arriveAt(page, title);
  await follow(page, 'link', 'Answer now');
  await arriveAt(page, 'Before you start');
  await page.getByText('This is not for emergencies').waitFor();
  await follow(page, 'link', 'Start');
}

async function answer(page: Page, { ask, family }: Asked): Promise<void> {
  await arriveAt(page, ask);
  if (family !== 'nothing to do') await give(page, ask, family);
  await follow(page, 'button', 'Continue');
}

async function give(page: Page, ask: string, family: Exclude<Answered, 'nothing to do'>): Promise<void> {
  if ('radio' in family) return choose(page, 'radio', family.radio, ask);
  if ('day' in family) return typeDay(page, ask, family.day);
  if ('wrong' in family) await beTold(page, ask, family);
  if ('words' in family) return typeInto(page, ask, family.words);
  for (const box of family.boxes) await choose(page, 'checkbox', box, ask);
}

/** Something that the question does not take: the page says what to do, leads to the box, and keeps what was typed. */
async function beTold(page: Page, ask: string, { wrong, problem }: { wrong: string; problem: string }): Promise<void> {
  await typeInto(page, ask, wrong);
  await follow(page, 'button', 'Continue');
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await follow(page, 'link', problem);
  const box = control(page, 'textbox', ask);
  await expect.poll(() => isFocused(box)).toBe(true);
  expect(await box.inputValue()).toBe(wrong);
}

async function send(page: Page, button = 'Send my answers', heading = 'Your answers have been sent'): Promise<string> {
  await arriveAt(page, 'Check your answers');
  await follow(page, 'button', button);
  await arriveAt(page, heading);
  return (await page.getByRole('link', { name: /\/answer\/link\// }).getAttribute('href')) ?? '';
}

/** On a page of its own, after sending. */
export async function leaveAddress(page: Page, email: string): Promise<void> {
  await follow(page, 'link', 'Leave an address for news');
  await arriveAt(page, 'Leave an email address for news');
  await typeInto(page, 'Email address', email);
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Thank you. We will be in touch');
}

/** On another device, by the private link: one answer differs from then on. */
export async function changeOneAnswer(page: Page, link: string, { ask }: Asked, now: string): Promise<void> {
  await page.goto(link);
  await arriveAt(page, 'Your answers');
  await follow(page, 'button', 'Change my answers');
  await arriveAt(page, 'Check your changes');
  await follow(page, 'link', new RegExp(`^Change.*${ask.replace('?', '\\?')}`));
  await arriveAt(page, ask);
  await choose(page, 'radio', now, ask);
  await follow(page, 'button', 'Save and go back to my answers');
  await arriveAt(page, 'Check your changes');
  await follow(page, 'button', 'Send my changes');
  await arriveAt(page, 'Your changes have been sent');
  await page.getByText(/^Last changed on/).waitFor();
}

/** Everybody else, over the same routes. An empty form is a question that was skipped. */
export async function othersAnswer({ site }: Chain, { slug }: Place): Promise<void> {
  for (const [choice, words] of others) {
    const choosing = choice === null ? {} : { answer: choice };
    const writing = words === null ? {} : { answer: words };
    await sendAll(site.world.visitor(), slug, [
      ['q3', choosing],
      ['q9', writing],
    ]);
  }
}

/** What the record holds, each response's answers as they are kept. */
export async function recorded({ site }: Chain): Promise<Answers[]> {
  const rows = await site.world.db.read.selectFrom('responses').select('answers').execute();
  return rows.map(row => JSON.parse(row.answers) as Answers);
}

/** After the close nothing can be sent, and the page says so kindly. */
export async function findItClosed(page: Page, { slug }: Place): Promise<void> {
  await page.goto(`/consultations/${slug}/answer`);
  await arriveAt(page, 'This survey has closed');
  await page.getByText(/Thank you for wanting to take part/).waitFor();
  await tabTo(page, 'link', 'Help');
}
