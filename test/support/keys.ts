import type { Locator, Page } from 'playwright-core';

const MOST_STEPS = 200;

/** Goes by Tab to the control of that role and name; fails when the keys never come to it. */
export async function tabTo(
  page: Page,
  role: Parameters<Page['getByRole']>[0],
  name: string | RegExp,
): Promise<Locator> {
  const goal = page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first();
  await goal.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await isFocused(goal)) return goal;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to the ${role} '${String(name)}'.`);
}

/** Goes to a link or button by Tab and presses Enter. */
export async function follow(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes to a box by Tab, empties it and types. */
export async function typeInto(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(words);
}

/** Chooses a radio by arrow keys, or ticks a checkbox by Space: Tab comes to one radio of a group alone. */
export async function choose(page: Page, kind: 'radio' | 'checkbox', name: string | RegExp): Promise<void> {
  if (kind === 'checkbox') {
    const box = await tabTo(page, kind, name);
    if (!(await box.isChecked())) await page.keyboard.press('Space');
    return;
  }
  const goal = page.getByRole('radio', typeof name === 'string' ? { name, exact: true } : { name }).first();
  const group = (await goal.getAttribute('name')) ?? '';
  for (let step = 0; step < MOST_STEPS && !(await isInGroup(page, group)); step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  for (let step = 0; step < MOST_STEPS; step++) {
    if (await isFocused(goal)) return void (await goal.isChecked());
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The keys never came to the radio '${String(name)}'.`);
}

/** What has the focus, as `tag#id words`. */
export function focused(page: Page): Promise<string> {
  const ask = `(e => e.tagName.toLowerCase() + (e.id ? '#' + e.id : '') + ' ' + e.textContent.trim().slice(0, 40))`;
  return page.evaluate(`${ask}(document.activeElement)`) as Promise<string>;
}

function isFocused(goal: Locator): Promise<boolean> {
  return goal.evaluate(element => element === element.ownerDocument.activeElement);
}

function isInGroup(page: Page, name: string): Promise<boolean> {
  const quoted = JSON.stringify(name);
  const ask = `document.activeElement.type === 'radio' && document.activeElement.name === ${quoted}`;
  return page.evaluate(ask) as Promise<boolean>;
}
