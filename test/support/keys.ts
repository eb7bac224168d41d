import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';

// A person with a keyboard: Tab, arrows, Space, Enter and letters, and nothing else. Wherever the keys come to, the
// focus has to be seen (WCAG 2.4.7, 2.4.11), and a page that was swapped in never leaves it on the body.

const MOST_STEPS = 200;
const MOST_WAITS = 100;

export type Role = Parameters<Page['getByRole']>[0];
export type Name = string | RegExp;

/** The first control of that role and name; within a group of fields (a date, a choice) when one is named. */
export function control(page: Page, role: Role, name: Name, group?: Name): Locator {
  const place = group === undefined ? page : page.getByRole('group', named(group));
  return place.getByRole(role, named(name)).first();
}

const named = (name: Name) => (typeof name === 'string' ? { name, exact: true } : { name });

/** Goes by Tab to that control; fails when the keys never come to it, or come to something without a visible focus. */
export async function tabTo(page: Page, role: Role, name: Name, group?: Name): Promise<Locator> {
  const goal = control(page, role, name, group);
  await tabToControl(page, goal, `the ${role} '${String(name)}'`);
  return goal;
}

/** The same to any control; `what` names it when the keys never come to it. */
export async function tabToControl(page: Page, goal: Locator, what: string): Promise<void> {
  await goal.waitFor();
  await tabUntil(page, await handleOf(goal), what, 'Tab');
}

/** The same backwards, by Shift and Tab. */
export async function tabBackTo(page: Page, role: Role, name: Name): Promise<void> {
  const goal = control(page, role, name);
  await tabUntil(page, await handleOf(goal), `the ${role} '${String(name)}'`, 'Shift+Tab');
}

type Handle = NonNullable<Awaited<ReturnType<Locator['elementHandle']>>>;

async function handleOf(goal: Locator): Promise<Handle> {
  const handle = await goal.elementHandle();
  if (!handle) throw new Error('The control went away.');
  return handle;
}

type Look = { there: boolean; lost: string };

/**
 * Whether the focus is at the goal, and '' when it can be seen where it is. The rings of answers are drawn round their
 * labels. Between the last control and the first one the body has the focus.
 */
function look(handle: Handle): Promise<Look> {
  return handle.evaluate(goal => {
    const view = goal.ownerDocument.defaultView;
    const at = goal.ownerDocument.activeElement;
    if (!at || at === goal.ownerDocument.body) return { there: false, lost: '' };
    const ringed = [at, at.closest('label')].find(each => {
      const style = each && view.getComputedStyle(each);
      return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const { width, height, top, bottom, left, right } = (ringed ?? at).getBoundingClientRect();
    const inView = width * height > 0 && bottom > 0 && top < view.innerHeight && right > 0 && left < view.innerWidth;
    const words = `${at.tagName.toLowerCase()} ${at.id || at.textContent.trim().slice(0, 40)}`;
    return { there: at === goal, lost: !ringed ? `${words} has no ring` : inView ? '' : `${words} is out of view` };
  });
}

async function tabUntil(page: Page, goal: Handle, what: string, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step++) {
    const { there, lost } = await look(goal);
    if (there && !lost) return;
    if (step > 0 && lost) throw new Error(`On the way to ${what} at ${page.url()}: ${lost}.`);
    await page.keyboard.press(key);
  }
  throw new Error(`The keys never came to ${what} at ${page.url()}.`);
}

/** Goes to a link or button by Tab and presses Enter. */
export async function follow(page: Page, role: 'link' | 'button', name: Name): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes to a box by Tab, empties it and types. */
export async function typeInto(page: Page, name: Name, words: string, group?: Name): Promise<void> {
  const box = await tabTo(page, 'textbox', name, group);
  if (await box.inputValue()) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
  }
  await page.keyboard.type(words);
}

/** Types an ISO day into the three boxes of a date. */
export async function typeDay(page: Page, group: Name, iso: string): Promise<void> {
  const [year = '', month = '', day = ''] = iso.split('-');
  await typeInto(page, 'Day', String(Number(day)), group);
  await typeInto(page, 'Month', String(Number(month)), group);
  await typeInto(page, 'Year', year, group);
}

/** Chooses a radio by arrow keys, or ticks a checkbox by Space: Tab comes to one radio of a group alone. */
export async function choose(page: Page, kind: 'radio' | 'checkbox', name: Name, group?: Name): Promise<void> {
  if (kind === 'checkbox') {
    const box = await tabTo(page, kind, name, group);
    if (!(await box.isChecked())) await page.keyboard.press('Space');
    return;
  }
  const goal = control(page, 'radio', name, group);
  await goal.waitFor();
  const handle = await handleOf(goal);
  const set = (await goal.getAttribute('name')) ?? '';
  for (let step = 0; step < MOST_STEPS && !(await isInGroup(page, set)); step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let step = 0; step < MOST_STEPS; step++) {
    const { there, lost } = await look(handle);
    if (lost) throw new Error(`Among the answers at ${page.url()}: ${lost}.`);
    if (there && (await goal.isChecked())) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The keys never came to the radio '${String(name)}'.`);
}

/** Waits for the page with that heading. One that was swapped in has put the focus somewhere, never on the body. */
export async function arriveAt(page: Page, heading: Name): Promise<void> {
  await page.getByRole('heading', { level: 1, ...named(heading) }).waitFor();
  for (let turn = 0; turn < MOST_WAITS; turn++) {
    if (await page.evaluate(ARRIVED)) return;
    await wait(20);
  }
  throw new Error(`The focus stayed on the body at ${page.url()}.`);
}

// Runs in the page. A page that came by a full load starts at the body, as browsers do; what this leaves on the window
// outlives a swap alone.
const ARRIVED = `(() => {
  if (document.readyState !== 'complete') return false;
  const swapped = window.arrivedBefore === true;
  window.arrivedBefore = true;
  return !swapped || document.activeElement !== document.body;
})()`;

export function isFocused(place: Locator): Promise<boolean> {
  return place.evaluate(element => element === element.ownerDocument.activeElement);
}

function isInGroup(page: Page, name: string): Promise<boolean> {
  const quoted = JSON.stringify(name);
  const ask = `document.activeElement.type === 'radio' && document.activeElement.name === ${quoted}`;
  return page.evaluate(ask) as Promise<boolean>;
}
