import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

// axe itself, without the builder around it: that one sends half a megabyte to the page for every question.
const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const { source } = near('axe-core') as { source: string };

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Node = { target: string[]; any: { message: string }[]; failureSummary?: string };
type Results = { violations: { id: string; nodes: Node[] }[] };

/** What axe finds on the page as it stands: a line each. Name rules to ask for these alone. */
export async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(source);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: TAGS };
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<Results>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.failureSummary ?? ''}`),
  );
}
