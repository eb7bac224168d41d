import type { Page } from 'playwright-core';
import { noteLook } from '../support/looks.ts';
import { inEveryMode } from './modes.ts';
import { inspect, rowNames, type View } from './rows.ts';

/** Everything that the page asks for from elsewhere, and everything that it complains about. */
export function watch(page: Page, origin: string): string[] {
  const heard: string[] = [];
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => heard.push(`script: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) heard.push(`asks elsewhere: ${url}`);
  });
  return heard;
}

// All that follows runs in the page. What is left on the window outlives a swap alone, and says that something was done.
const AFTER_SWAP = `globalThis.acted = true;
  const swapped = () => new Promise(done => {
    const frame = () => requestAnimationFrame(() => requestAnimationFrame(done));
    document.addEventListener('htmx:finally:swap', frame, { once: true });
  });`;

// By a link to itself, which is followed as every link of the page is.
const SWAP = `(async () => { ${AFTER_SWAP}
  const link = Object.assign(document.createElement('a'), { href: location.pathname + location.search });
  document.querySelector('main').append(link);
  htmx.process(link);
  const arrived = swapped();
  link.click();
  await arrived;
  return true;
})()`;

// A menu that stands open where there is room has nothing to press.
const UNFOLD = `(async () => { ${AFTER_SWAP}
  const all = [...document.querySelectorAll('main details:not([open]) > summary')];
  const closed = all.filter(summary => summary.checkVisibility());
  for (const summary of closed) { summary.focus(); summary.click(); }
  return closed.length > 0;
})()`;

// A box that is saved as soon as it is ticked. Twice, so that it stands as it stood.
const SAVE = `(async () => { ${AFTER_SWAP}
  const box = document.querySelector('form[hx-trigger^=change] input[type=checkbox]');
  if (!box) return false;
  box.focus();
  for (const _turn of [1, 2]) { const saved = swapped(); box.click(); await saved; }
  return true;
})()`;

/** What can be done on a page without leaving it. Each says whether there was anything to do. */
const interactions = { 'swapped in': SWAP, unfolded: UNFOLD, 'saved in place': SAVE };

/**
 * A page as it came, and after each thing that can be done on it: it is come to by a link, at least. At the desk it is
 * looked at as it came, in the mode of its turn after what is done; in the long run in both ways in each mode. An answer
 * that isn't `isGood` (200) is only looked at. `name` is for the figures.
 */
export async function lookThrough(name: string, view: View, isGood: boolean): Promise<string[]> {
  const faults: string[] = [];
  let unseen = view;
  const look = async (state: string) => {
    faults.push(...(await lookOnce(name, state, unseen)));
    unseen = { ...view, html: '', plain: null };
  };
  const isDesk = view.mode.name === 'desk';
  if (inEveryMode || isDesk || !isGood) await look('as it came');
  if (!isGood || (isDesk && !inEveryMode)) return faults;
  for (const [state, act] of Object.entries(interactions)) {
    if (await view.page.evaluate<boolean>(act)) await look(state);
  }
  return faults;
}

/** One look at a page, by every row. */
export async function lookOnce(name: string, state: string, view: View): Promise<string[]> {
  const faults = await inspect(view);
  const mode = view.mode.name;
  if (faults.length === 0) noteLook({ page: name, state, mode, rows: rowNames.length });
  return faults.map(line => `${mode}, ${state}, ${line}`);
}
