import type { Locator, Page } from 'playwright-core';
import { createSay } from '../../src/words/catalogue.ts';
import type { Language } from '../../src/words/editions.ts';
import type { Mistake } from './mistakes.ts';

type Box = { value: string; open: boolean; click(): void; dispatchEvent(event: Event): boolean };
type Nodes = { querySelectorAll(selector: string): Iterable<Box> };

// Runs in the page, on the form: as if somebody unfolded the page, emptied every field and took every tick away.
const EMPTY = (element: unknown): void => {
  const form = element as { ownerDocument: Nodes } & Nodes;
  for (const fold of form.ownerDocument.querySelectorAll('main details')) fold.open = true;
  for (const box of form.querySelectorAll('input[type=checkbox]:checked')) box.click();
  const typed = 'input:not([type=checkbox], [type=radio], [type=hidden], [type=file]), textarea';
  for (const box of form.querySelectorAll(typed)) {
    if (box.value === '') continue;
    box.value = '';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

/** Empties the form that posts to where `isIt` says, and types what is wrong. */
export async function fillBadly(page: Page, { type }: Mistake, isIt: (action: string) => boolean): Promise<Locator> {
  const form = await findForm(page, isIt);
  await form.evaluate(EMPTY);
  for (const [name, words] of Object.entries(type)) await form.locator(`[name="${name}"]`).fill(words);
  return form;
}

const FORMS = 'main form[method=post]';

/** The form that posts to where `isIt` says. The survey's page has a form for each button: they are asked together. */
export async function findForm(page: Page, isIt: (action: string) => boolean): Promise<Locator> {
  const here = new URL(page.url()).pathname;
  const ask = `[...document.querySelectorAll('${FORMS}')].map(form => form.getAttribute('action'))`;
  const actions = await page.evaluate<(string | null)[]>(ask);
  const at = actions.findIndex(action => isIt(action ?? here));
  if (at < 0) throw new Error(`${here} has no such form.`);
  return page.locator(FORMS).nth(at);
}

/** Presses the form's own button and waits for the page that comes back. Gives its HTML as served. */
export async function send(page: Page, form: Locator): Promise<string> {
  const answer = page.waitForResponse(response => response.request().method() === 'POST');
  await form.locator('button[type=submit]:not([name])').last().click();
  const html = await (await answer).text();
  await page.locator('#error-summary').waitFor();
  return html;
}

type Found = {
  language: Language;
  title: string;
  isBefore: boolean;
  focused: string;
  links: { href: string; words: string; beside: string }[];
  order: string[];
};

// Runs in the page: the summary, and beside each of its links the message at the field that it leads to.
const READ = `(() => {
  const summary = document.querySelector('#error-summary');
  const messages = [...document.querySelectorAll('.error-message')];
  const plain = e => e ? [...e.childNodes].filter(n => !n.classList?.contains('visually-hidden')).map(n => n.textContent).join('').trim() : '';
  const besideOf = id => plain(document.getElementById(id + '-error') ?? document.getElementById(id)?.closest('.field')?.querySelector('.error-message'));
  return {
    title: document.title,
    language: document.documentElement.lang,
    isBefore: Boolean(summary.compareDocumentPosition(document.querySelector('h1')) & Node.DOCUMENT_POSITION_FOLLOWING),
    focused: document.activeElement.id,
    links: [...summary.querySelectorAll('a')].map(a => ({ href: a.hash, words: a.textContent.trim(), beside: besideOf(a.hash.slice(1)) })),
    order: messages.map(plain),
  };
})()`;

// Runs in the page: where the focus is after each link of the summary was pressed.
const FOLLOW = `[...document.querySelectorAll('#error-summary a')].map(a => {
  a.click();
  return { href: a.hash, at: document.activeElement.id || document.activeElement.tagName };
})`;

/** What is wrong with a page that reports errors: its title, its summary, its links, its fields, what was typed. */
export async function checkErrors(page: Page, { type }: Mistake, scripts: boolean): Promise<string[]> {
  const found = await page.evaluate<Found>(READ);
  const faults: string[] = [];
  const error = createSay(found.language === 'en' ? 'plain' : found.language)('web.title-error', { title: '' });
  if (!found.title.startsWith(error)) faults.push(`the title is '${found.title}'`);
  if (!found.isBefore) faults.push('the summary stands after the h1');
  if (scripts && found.focused !== 'error-summary') faults.push(`the focus is on '${found.focused}'`);
  if (found.links.length === 0) faults.push('the summary has no links');
  for (const { href, words, beside } of found.links) {
    if (words !== beside) faults.push(`${href} says '${words}' above and '${beside}' beside the field`);
  }
  const led = await page.evaluate<{ href: string; at: string }[]>(FOLLOW);
  faults.push(
    ...led.filter(({ href, at }) => href !== `#${at}`).map(({ href, at }) => `the link to ${href} leads to '${at}'`),
  );
  const inOrder = found.links.map(link => link.words);
  if (inOrder.join('|') !== found.order.join('|'))
    faults.push(`the order is ${inOrder.join('|')}, then ${found.order.join('|')}`);
  for (const [name, words] of Object.entries(type)) {
    const kept = await page.locator(`main [name="${name}"]`).first().inputValue();
    if (kept !== words) faults.push(`'${words}' in ${name} became '${kept}'`);
  }
  return faults;
}
