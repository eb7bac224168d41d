import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { one, readForm } from '../web/forms.ts';
import { safePath } from '../web/paths.ts';
import { checkReading, keepReading, readingChoices, readReading, type Reading } from '../web/reading.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { isEdition, type Edition } from '../words/editions.ts';
import { offeredEditions } from './offered-editions.ts';

type View = { choices: typeof readingChoices; editions: Edition[]; current: Reading; saved: boolean; back: string };

const readingPage = page<View>('information/reading-settings');

/** How somebody likes to read: in which edition or language, how large, how wide, in which colours. Kept on the device alone. */
export function registerReadingRoutes(site: Site, deps: Deps): void {
  site.get('public', '/reading-settings', c => showReading(c, deps));

  site.post('public', '/reading-settings', async c => {
    const typed = await readForm(c);
    const reading = readReading(c);
    const chosen = (name: keyof Reading) => one(typed, name) || reading[name];
    const given = { text: chosen('text'), space: chosen('space'), look: chosen('look'), edition: chosen('edition') };
    keepReading(c, deps, checkReading({ ...reading, ...given }));
    return c.redirect(`/reading-settings?saved=1&back=${encodeURIComponent(safePath(one(typed, 'back')))}`, 303);
  });

  site.post('public', '/language', async c => {
    const typed = await readForm(c);
    const [wanted, reading] = [one(typed, 'language'), readReading(c)];
    // Back from another language, Easy Read is Easy Read again.
    keepReading(c, deps, { ...reading, edition: isEdition(wanted) ? wanted : reading.english });
    return c.redirect(safePath(one(typed, 'back')), 303);
  });
}

async function showReading(c: Ctx, deps: Deps): Promise<Response> {
  const current = readReading(c);
  const view = {
    choices: readingChoices,
    editions: await offeredEditions(deps, current.edition),
    current,
    saved: c.req.query('saved') !== undefined,
    back: safePath(c.req.query('back') ?? refererPath(c, deps)),
  };
  return readingPage(c, view, { title: c.get('say')('information.reading.title') });
}

function refererPath(c: Ctx, deps: Deps): string {
  const url = URL.parse(c.req.header('referer') ?? '');
  return url?.origin === deps.config.publicUrl && url.pathname !== '/reading-settings' ? url.pathname : '/';
}
