import { setCookie } from 'hono/cookie';
import { readStamp } from '../audit/queries.ts';
import { listPublic } from '../consultations/public.ts';
import { takesAnswers } from '../consultations/state.ts';
import { isSecure } from '../people/identify.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { one, readForm } from '../web/forms.ts';
import { safePath } from '../web/paths.ts';
import {
  checkReading,
  readingChoices,
  readingCookie,
  readingValue,
  readReading,
  type Reading,
} from '../web/reading.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';

const plainPages = ['help', 'other-formats', 'privacy', 'accessibility'] as const;

type InformationView = { name: string; papers: { href: string; title: string }[] };

const informationPage = page<InformationView>('information/page');
const readingPage = page<{ choices: typeof readingChoices; current: Reading; saved: boolean; back: string }>(
  'information/reading-settings',
);

/** The pages that say how things are: help, other formats, privacy, accessibility; and the reading settings. */
export function registerInformationRoutes(site: Site, deps: Deps): void {
  for (const name of plainPages) {
    site.kept(`/${name}`, async c => {
      const papers = name === 'other-formats' ? await papersToPrint(deps) : [];
      return informationPage(c, { name, papers }, { title: c.get('say')(`information.${name}.title`) });
    });
  }
  site.get('public', '/healthz', async c => {
    await readStamp(deps.db.read);
    return c.text('ok', 200, { 'cache-control': 'no-store' });
  });
  site.get('public', '/reading-settings', c => showReading(c, deps));
  site.post('public', '/reading-settings', async c => {
    const typed = await readForm(c);
    const { edition } = readReading(c);
    const given = { text: one(typed, 'text'), space: one(typed, 'space'), look: one(typed, 'look'), edition };
    setCookie(c, readingCookie, readingValue(checkReading(given)), {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(deps),
      maxAge: 365 * 86_400,
    });
    return c.redirect(`/reading-settings?saved=1&back=${encodeURIComponent(safePath(one(typed, 'back')))}`, 303);
  });
}

/** The surveys that can be answered now, to print. */
async function papersToPrint({ db, today }: Deps): Promise<InformationView['papers']> {
  const all = await listPublic(db.read, today());
  const open = all.filter(({ state }) => takesAnswers(state));
  return open.map(({ row, plan }) => ({ href: `/consultations/${row.slug}/paper`, title: plan.title }));
}

function showReading(c: Ctx, deps: Deps): Promise<Response> {
  const back = safePath(c.req.query('back') ?? refererPath(c, deps));
  const view = { choices: readingChoices, current: readReading(c), saved: c.req.query('saved') !== undefined, back };
  return readingPage(c, view, { title: c.get('say')('information.reading.title') });
}

function refererPath(c: Ctx, deps: Deps): string {
  const url = URL.parse(c.req.header('referer') ?? '');
  return url?.origin === deps.config.publicUrl && url.pathname !== '/reading-settings' ? url.pathname : '/';
}
