import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { Dialect } from '../../src/db/dialect.ts';
import { startWorker, type Worker } from '../../src/jobs/worker.ts';
import { findPerson } from '../../src/people/queries.ts';
import type { Role } from '../../src/people/roles.ts';
import { openSite, type Site } from '../support/browser.ts';
import { arriveAt, follow, typeInto } from '../support/keys.ts';
import { startMailbox, type Mailbox, type Received } from '../support/mailbox.ts';

/** The real site, worker and mail server, and what the story knows by now. */
export type Chain = { site: Site; mailbox: Mailbox; worker: Worker; read: number };

/** A consultation as it is found again: its desk address and its public one. */
export type Place = { desk: string; slug: string };

export async function openChain(dialect: Dialect, today: string): Promise<Chain> {
  const mailbox = await startMailbox();
  const site = await openSite({ dialect, at: today, settings: { smtp: mailbox.smtp } });
  return { site, mailbox, worker: startWorker(site.world.deps), read: 0 };
}

export async function closeChain({ site, mailbox, worker }: Chain): Promise<void> {
  await worker.stop();
  await site.close();
  await mailbox.close();
}

/** Lets the worker send what waits; gives the mails that came since the last call: exactly so many, one recipient each. */
export async function newMails(chain: Chain, count: number): Promise<Received[]> {
  await chain.worker.tick();
  await chain.mailbox.waitFor(chain.read + count);
  const mails = chain.mailbox.messages.slice(chain.read);
  expect(mails.map(mail => mail.recipients).filter(each => each.length !== 1)).toEqual([]);
  expect(mails.map(mail => mail.mail.subject)).toHaveLength(count);
  chain.read += count;
  return mails;
}

/** One mail to each of these, all with that subject and all of these words in both of their parts. */
export async function expectNews(chain: Chain, to: readonly string[], subject: string, words: readonly string[]) {
  const mails = await newMails(chain, to.length);
  expect(mails.flatMap(mail => mail.recipients).toSorted()).toEqual(to.toSorted());
  for (const { mail, text, html } of mails) {
    expect(mail.subject).toBe(subject);
    for (const each of words) expect(plain(text), each).toContain(each);
    for (const each of words) expect(plain(html), each).toContain(each);
  }
}

/** Words on one line. */
export const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Each of these elements' words, a line each. */
export const linesOf = async (elements: Locator): Promise<string[]> => (await elements.allInnerTexts()).map(plain);

/** Somebody with that role who has never signed in. Gives the address to which their links go. */
export async function colleague({ site }: Chain, role: Role): Promise<string> {
  const { personId } = await site.world.signIn(role);
  return (await findPerson(site.world.db.read, personId))?.email ?? '';
}

/** Signs in by the mailed link, which asks for a press when it is opened. Ends on the page with that heading. */
export async function signInByMail(chain: Chain, page: Page, email: string, home: string): Promise<void> {
  await page.goto('/sign-in');
  await arriveAt(page, 'Sign in');
  await typeInto(page, 'Your work email address', email);
  await page.keyboard.press('Enter');
  await arriveAt(page, 'Look at your email');
  const [mail] = await newMails(chain, 1);
  expect(mail?.recipients).toEqual([email]);
  const link = /http\S+\/sign-in\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  // A program that looks into mails opens the link first; it still works.
  expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await arriveAt(page, 'Finish signing in');
  await follow(page, 'button', 'Sign in');
  await arriveAt(page, home);
}
