import { londonDay } from '../calendar/london.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { findBySlug, listPublished } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation } from '../db/schema.ts';
import { latestPublication, latestPublications, publicationDates } from '../publications/queries.ts';
import type { Ctx } from '../web/context.ts';
import { forReader, type Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { Say } from '../words/catalogue.ts';
import { countDecisions, readOutcomes, type OutcomesContent } from './content-rules.ts';
import { decisions } from './decision-rules.ts';
import { showEntry, type ShownEntry } from './present.ts';
import { findVersion, quoteWords } from './queries.ts';

type Listed = { href: string; title: string; text: string; facts: string[] };
type Version = { href: string; text: string };
type PageView = {
  slug: string;
  lead: string;
  updated: string;
  figures: string;
  setAside: string;
  stations: LineStation[];
  entries: ShownEntry[];
  versions: Version[];
};
type VersionView = { slug: string; lead: string; note: string; entries: ShownEntry[] };

const listPage = page<{ pages: Listed[] }>('outcomes/list');
const outcomesPage = page<PageView>('outcomes/page');
const versionPage = page<VersionView>('outcomes/version');

/** What the public reads: the list, each page, and each of its earlier versions. */
export function registerOutcomePages(site: Site, deps: Deps): void {
  site.kept('/you-said-we-did', async c => {
    return listPage(c, { pages: await listPages(forReader(c, deps)) }, { title: c.get('say')('outcomes.title') });
  });
  site.kept('/you-said-we-did/:slug', c => showPage(c, forReader(c, deps)));
  site.kept('/you-said-we-did/:slug/versions/:n', c => showVersion(c, forReader(c, deps)));
}

async function listPages({ db, say, today }: Deps): Promise<Listed[]> {
  const [rows, publications] = await Promise.all([listPublished(db.read), latestPublications(db.read, 'outcomes')]);
  const newestFirst = publications.sort((a, b) => (a.published_at < b.published_at ? 1 : -1));
  return newestFirst.flatMap(each => {
    const row = rows.find(one => one.id === each.subject_id);
    const content = readOutcomes(each.content);
    const updated = say('outcomes.last-updated', { day: say.shortDay(londonDay(each.published_at), today()) });
    return row ? [{ ...cardOf(row, content, say), text: updated }] : [];
  });
}

function cardOf(row: Consultation, content: OutcomesContent, say: Say): Omit<Listed, 'text'> {
  const counts = countDecisions(content.entries);
  const facts = decisions
    .filter(each => counts[each] > 0)
    .map(each => say(`outcomes.count.${each}`, { n: counts[each] }));
  const people = content.people === null ? [] : [say('outcomes.people-answered', { n: content.people })];
  return { href: `/you-said-we-did/${row.slug}`, title: say.written(content.title), facts: [...facts, ...people] };
}

async function showPage(c: Ctx, deps: Deps): Promise<Response> {
  const { db, say } = deps;
  const today = deps.today();
  const row = found(await findBySlug(db.read, param(c, 'slug')));
  const latest = found(await latestPublication(db.read, 'outcomes', row.id));
  const content = readOutcomes(latest.content);
  const [{ dates }, { calendar, charter }] = [await factsOfOne(db.read, row), await deps.partnership()];
  const days = charter.clocks.acknowledgementWorkingDays;
  const view = {
    slug: row.slug,
    lead: leadOf(content, today, say),
    updated: say('outcomes.last-updated', { day: say.shortDay(londonDay(latest.published_at), today) }),
    figures: say('outcomes.figures', { day: say.shortDay(content.figuresOn, today) }),
    setAside: setAsideInWords(content, say),
    stations: lineInWords(dates, { today, calendar, days }, say),
    entries: await showEntries(deps, row.id, content, today),
    versions: await listVersions(db.read, row, today, say),
  };
  return outcomesPage(c, view, { title: say('outcomes.page-title', { title: say.written(content.title) }) });
}

async function showVersion(c: Ctx, deps: Deps): Promise<Response> {
  const { db, say } = deps;
  const row = found(await findBySlug(db.read, param(c, 'slug')));
  const n = /^[1-9]\d{0,5}$/.test(param(c, 'n')) ? Number(param(c, 'n')) : 0;
  const version = found(await findVersion(db.read, 'outcomes', row.id, n));
  const latest = await latestPublication(db.read, 'outcomes', row.id);
  if (latest?.version === n) return c.redirect(`/you-said-we-did/${row.slug}`, 303);
  const content = readOutcomes(version.content);
  const day = londonDay(version.published_at);
  const view = {
    slug: row.slug,
    lead: leadOf(content, deps.today(), say),
    note: say('outcomes.version-note', { day: say.shortDay(day, deps.today()) }),
    entries: await showEntries(deps, row.id, content, day),
  };
  return versionPage(c, view, { title: say('outcomes.version-title', { title: say.written(content.title), n }) });
}

function leadOf({ people, opensOn, closesOn }: OutcomesContent, today: string, say: Say): string {
  const when = { from: say.shortDay(opensOn, today), to: say.shortDay(closesOn, today) };
  return people === null ? say('outcomes.answered-few', when) : say('outcomes.answered', { n: people, ...when });
}

function setAsideInWords({ setAside }: OutcomesContent, say: Say): string {
  if (!setAside) return '';
  const why = say.list(setAside.whys.map(each => say(`outcomes.set-aside-why.${each}`)));
  return say('outcomes.set-aside', { n: setAside.n, why });
}

async function showEntries(
  deps: Deps,
  consultationId: string,
  content: OutcomesContent,
  today: string,
): Promise<ShownEntry[]> {
  const ids = content.entries.flatMap(entry => entry.serviceChanges.map(change => change.id));
  const published = await publicationDates(deps.db.read, ['service-change'], ids);
  const linkable = new Set(published.map(each => each.subject_id));
  const [calendar, quotes] = [await deps.calendar(), await quoteWords(deps.db.read, consultationId)];
  return content.entries.map(entry => showEntry(entry, { today, calendar, linkable, quotes }, deps.say));
}

async function listVersions(db: Db, row: Consultation, today: string, say: Say): Promise<Version[]> {
  const all = await publicationDates(db, ['outcomes'], [row.id]);
  const earlier = all.slice(0, -1).reverse();
  return earlier.map(({ version, published_at }) => ({
    href: `/you-said-we-did/${row.slug}/versions/${version}`,
    text: say('outcomes.version', { n: version, day: say.shortDay(londonDay(published_at), today) }),
  }));
}
