import { hasClosed } from '../acknowledgements/closed-rules.ts';
import { formatDay } from '../calendar/london.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { findConsultation } from '../consultations/queries.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { composePage, publishedOutcomes } from './compose.ts';
import { showEntry, type ShownEntry } from './present.ts';

type ForumView = {
  id: string;
  slug: string;
  consultation: string;
  entries: ShownEntry[];
  isPublic: boolean;
  by: string;
};

const forumPage = page<ForumView>('outcomes/forum');

/** Draft outcomes for forum members: what the public would read, without anybody's own words. */
export function registerForumOutcomes(site: Site, deps: Deps): void {
  site.get(['forum member', 'officer', 'administrator'], '/forum/:id/outcomes', async c => {
    const { read } = deps.db;
    const row = found(await findConsultation(read, param(c, 'id')));
    const { dates } = await factsOfOne(read, row);
    const today = deps.today();
    if (!hasClosed(dates, deps.now())) throw notFound();
    const published = await publishedOutcomes(read, row.id);
    const content = await composePage(read, row, published, today);
    const common = { today, calendar: await deps.calendar(), published };
    const showing = { ...common, linkable: new Set<string>(), quotes: new Map() };
    const entries = content.entries.map(entry => showEntry(entry, showing, deps.say));
    const about = { id: row.id, slug: row.slug, consultation: row.title, by: formatDay(dates.outcomeOn, today) };
    const title = `Draft outcomes: ${row.title}`;
    return forumPage(c, { ...about, entries, isPublic: published !== null }, { title, area: 'forum' });
  });
}
