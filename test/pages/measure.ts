import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const source = readFileSync(join(import.meta.dirname, 'measures.js'), 'utf8');

/** Asks the page about itself by `measures.js`: `faults`, `small`, `headingFaults`, `text`, `h1`. */
export function measure<T = string[]>(page: Page, what: string): Promise<T> {
  return page.evaluate(`${source};measure().${what}()`);
}

/** Text twice as large, and WCAG's text spacing, until the page is left. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(`${source};spaceOut()`);
}

export const mainText = (page: Page) => measure<string>(page, 'text');

export type Faults = { sideways: string[]; clipped: string[]; overlapping: string[] };

export async function layoutFaults(page: Page, state: string): Promise<string[]> {
  const faults = await measure<Faults>(page, 'faults');
  return Object.entries(faults).flatMap(([kind, lines]) => lines.map(line => `${state}, ${kind}: ${line}`));
}

const CONTROLS = new Set(['button', 'link', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'spinbutton']);
const GROUPS = new Set(['group', 'radiogroup']);

type Node = { nodeId: string; parentId?: string; role?: { value?: unknown }; name?: { value?: unknown } };

/** Controls without a name, and radios whose group has none, in the accessibility tree as the browser builds it. */
export async function unnamedControls(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] };
  await session.detach();
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const groupOf = (node: Node): Node | null => {
    const parent = byId.get(node.parentId ?? '');
    return !parent || GROUPS.has(roleOf(parent)) ? (parent ?? null) : groupOf(parent);
  };
  const controls = nodes.filter(node => CONTROLS.has(roleOf(node)));
  const unnamed = controls.filter(node => nameOf(node) === '').map(node => `a ${roleOf(node)} has no name`);
  const radios = controls.filter(node => roleOf(node) === 'radio');
  const loose = radios.filter(node => nameOf(groupOf(node) ?? node) === '' || groupOf(node) === null);
  return [...unnamed, ...loose.map(node => `the radio '${nameOf(node)}' stands in no group with a name`)];
}

const roleOf = (node: Node) => String(node.role?.value ?? '');
const nameOf = (node: Node) => String(node.name?.value ?? '').trim();
