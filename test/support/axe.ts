import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

// axe itself, without the builder around it: that one sends half a megabyte to the page for every question.
const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const { source } = near('axe-core') as { source: string };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Node = { target: string[]; any: { message: string }[]; failureSummary?: string };
type Violation = { id: string; nodes: Node[] };

/** Gives axe to every page that this tab will come to. Sending it to one page takes longer than looking at the page. */
export async function prepareAxe(page: Page): Promise<void> {
  await page.addInitScript(source);
}

/** What axe finds on the page as it stands: a line each. Name rules to leave these out. */
export async function axeFindings(page: Page, without: string[] = []): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]));
  const runOnly = { type: 'tag', values: TAGS };
  const options = JSON.stringify({ runOnly, rules, resultTypes: ['violations'], preload: false, iframes: false });
  const found = `axe.run(document, ${options}).then(({ violations }) => violations)`;
  const violations = await page.evaluate<Violation[]>(found);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`),
  );
}
