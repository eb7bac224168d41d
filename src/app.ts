import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { pino, type Logger } from 'pino';
import { dayInLondon, endOfDay } from './calendar/london.ts';
import { defaultColour, readPartnership } from './charters/partnership.ts';
import { urgentIn } from './charters/urgent-rules.ts';
import type { Config } from './config.ts';
import type { Database } from './db/dialect.ts';
import { features } from './features.ts';
import { explainer } from './glossary/explain-rules.ts';
import { listGlossary } from './glossary/queries.ts';
import { checkedLanguages } from './languages/queries.ts';
import { identify } from './people/identify.ts';
import { addressHtml, withContactLinks, withWholeNumbers } from './web/addresses.ts';
import { createAssets, type AssetName, type Assets } from './web/assets.ts';
import type { Ctx, Env } from './web/context.ts';
import type { Deps } from './web/deps.ts';
import { PageError } from './web/errors.ts';
import { answerFailures, showFailure } from './web/failures.ts';
import { createKeptPages } from './web/kept.ts';
import { placeOf } from './web/paths.ts';
import { readReading } from './web/reading.ts';
import { sendReady } from './web/ready.ts';
import { createTemplates, type Renderer } from './web/render.ts';
import { secure, standingHeaders } from './web/security.ts';
import { createSite, type RouteFacts } from './web/site.ts';
import { createWatch, keepWhile } from './web/watch.ts';
import { createSayIn } from './words/catalogue.ts';
import { languages } from './words/editions.ts';
import { htmlOf, writtenAttributes } from './words/written-rules.ts';
import { readStamp } from './audit/queries.ts';

export type AppParts = { db: Database; config: Config; now?: () => Temporal.Instant; log?: Logger };
export type App = { app: Hono<Env>; deps: Deps; routes: readonly RouteFacts[] };

/** The whole site over a database that is already migrated. Listens to nothing: `server.ts` does. */
export async function createApp({
  db,
  config,
  now = () => Temporal.Now.instant(),
  log = pino({ level: 'silent' }),
}: AppParts): Promise<App> {
  const app = new Hono<Env>({ strict: true });
  const sayIn = createSayIn();
  const say = sayIn('plain');
  const watch = createWatch(() => readStamp(db.read));
  const partnership = keepWhile(watch, () => readPartnership(db.read));
  const today = dayInLondon(now);
  const calendar = async () => (await partnership()).calendar;
  const deps: Deps = { db, config, log, now, today, partnership, calendar, watch, say, sayIn };
  const headers = await standingHeaders(config.publicUrl);
  const assets = createAssets(defaultColour, headers);
  const render = createRenderer(deps, assets);

  app.use(async (c, next) => {
    const begun = performance.now();
    c.set('render', render);
    c.set('say', sayIn(readReading(c).edition));
    await next();
    const ms = Math.round(performance.now() - begun);
    const route = c.get('route') ?? 'none';
    log.info({ id: c.get('requestId'), method: c.req.method, route, status: c.res.status, ms }, 'answered');
  });
  secure(app, config.publicUrl, headers);
  app.onError(answerFailures(log));
  app.notFound(c => showFailure(c as Ctx, new PageError(404, 'not-found')));
  const allow = (c: Ctx, methods: string[]) => {
    c.header('allow', methods.join(', '));
    return showFailure(c, new PageError(405, 'method'));
  };
  app.use(methodNotAllowed({ app, onMethodNotAllowed: allow }));

  const kept = createKeptPages(
    watch,
    headers,
    () => now().epochMilliseconds,
    () => Date.parse(endOfDay(today())),
  );
  // Only staff's pages ask who is there, and those are in English.
  const site = createSite(app, kept, c => {
    c.set('say', say);
    return identify(c, deps);
  });
  for (const register of features) register(site, deps);
  app.get('/assets/:file', async c => {
    c.set('route', '/assets/:file');
    const file = await assets.find(c.req.param('file'));
    if (!file) throw new PageError(404, 'not-found');
    return sendReady(c, file);
  });
  return { app, deps, routes: site.routes };
}

function createRenderer(deps: Deps, assets: Assets): Renderer {
  const templates = createTemplates();
  const names: AssetName[] = ['style', 'script', 'chart', 'typing'];
  let colour = defaultColour;
  const checked = keepWhile(deps.watch, () => checkedLanguages(deps.db.read));
  const explain = keepWhile(deps.watch, async () => explainer(await listGlossary(deps.db.read)));
  const render: Renderer = async (template, it, c) => {
    const facts = await deps.partnership();
    if (facts.strongColour !== colour) assets.colour((colour = facts.strongColour));
    const today = deps.today();
    const { scripts = [], area } = it as { scripts?: AssetName[]; area?: string };
    const say = area === 'plain' ? deps.say : c.get('say');
    const { language } = say;
    const html = templates.render(template, {
      ...it,
      site: {
        ...facts,
        urgentWords: urgentIn(facts, say),
        lang: language,
        dir: languages[language].dir,
        url: deps.config.publicUrl,
      },
      assets: Object.fromEntries(names.map(name => [name, assets.url(name)])),
      scripts: scripts.map(name => assets.url(name)),
      reading: readReading(c),
      t: say,
      day: (date: string) => say.day(date, today),
      shortDay: (date: string) => say.shortDay(date, today),
      written: writtenAttributes(language),
      html: htmlOf,
      breakable: addressHtml,
      linked: withContactLinks,
      whole: withWholeNumbers,
      languages: Object.entries(languages),
      unchecked: language === 'en' || (await checked()).includes(language) ? '' : deps.say('web.unchecked'),
      path: c.req.path,
      place: placeOf(c, deps.config.publicUrl),
      who: c.get('who') ?? null,
      around: c.get('around') ?? null,
    });
    return area === 'public' ? (await explain())(html, language) : html;
  };
  return render;
}
