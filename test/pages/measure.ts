import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const source = readFileSync(join(import.meta.dirname, 'measures.js'), 'utf8');

// In tabs that have them already, the measures are not sent with each question.
const prepared = new WeakSet<Page>();
const ready = (page: Page): string => (prepared.has(page) ? '' : `${source};`);

/** Gives the measures to every page that this tab will come to. */
export async function prepareMeasures(page: Page): Promise<void> {
  await page.addInitScript(source);
  prepared.add(page);
}

/** Asks the page about itself by `measures.js`: `faults`, `small`, `text`, and what else stands there. */
export function measure<T = string[]>(page: Page, what: string): Promise<T> {
  return page.evaluate(`${ready(page)}measure().${what}()`);
}

/** Several lists at once: each way to the page and back costs more than most questions. */
export function measureAll(page: Page, whats: readonly string[]): Promise<string[]> {
  const asked = whats.map(what => `...asked.${what}()`);
  return page.evaluate(`${ready(page)}{ const asked = measure(); [${asked.join(', ')}] }`);
}

/** Charts are drawn anew in the frame after their table has found its width. */
export async function settleFrames(page: Page): Promise<void> {
  await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(0))))');
}

export const mainText = (page: Page) => measure<string>(page, 'text');

const CONTROLS = new Set([
  ...['button', 'link', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'spinbutton'],
  ...['listbox', 'option', 'slider', 'switch', 'DisclosureTriangle'],
]);
const GROUPS = new Set(['group', 'radiogroup']);

type Text = { value?: unknown };
type Node = { nodeId: string; parentId?: string; role?: Text; name?: Text; description?: Text; ignored?: boolean };

/**
 * The accessibility tree as the browser builds it: every control has a name, radios and boxes stand in a group, each
 * group's name is its question, and hints and errors are the descriptions of what they stand at.
 */
export async function treeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  const { questions, notes } = await measure<{ questions: string[]; notes: string[] }>(page, 'spoken');
  const seen = nodes.filter(node => !node.ignored);
  const groups = new Set(seen.filter(node => GROUPS.has(roleOf(node))).map(nameOf));
  const descriptions = seen.map(node => plain(node.description)).join('\n');
  return [
    ...unnamed(nodes),
    ...questions.filter(each => !groups.has(each)).map(each => `no group is called '${each}'`),
    ...notes.filter(each => !descriptions.includes(each)).map(each => `'${each}' describes nothing`),
  ];
}

function unnamed(nodes: Node[]): string[] {
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const groupOf = (node: Node): Node | null => {
    const parent = byId.get(node.parentId ?? '');
    return !parent || GROUPS.has(roleOf(parent)) ? (parent ?? null) : groupOf(parent);
  };
  const controls = nodes.filter(node => !node.ignored && CONTROLS.has(roleOf(node)));
  const nameless = controls.filter(node => nameOf(node) === '').map(node => `a ${roleOf(node)} has no name`);
  const radios = controls.filter(node => roleOf(node) === 'radio');
  const loose = radios.filter(node => nameOf(groupOf(node) ?? node) === '' || groupOf(node) === null);
  return [...nameless, ...loose.map(node => `the radio '${nameOf(node)}' stands in no group with a name`)];
}

const plain = (text?: Text) =>
  String(text?.value ?? '')
    .replace(/\s+/g, ' ')
    .trim();
const roleOf = (node: Node) => String(node.role?.value ?? '');
const nameOf = (node: Node) => plain(node.name);
