import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { factsOf, hasDates } from './facts.ts';
import { todayOf } from './lists.ts';
import { consultationPage, type ConsultationPage } from './page-view.ts';
import { nextInWords } from './next-rules.ts';
import { asPlanned, findPublic } from './public.ts';
import { findConsultation, latestVersion, listAll, publishedVersion } from './queries.ts';
import { consultationState, type ConsultationState } from './state.ts';

type ForumRow = { id: string; title: string; state: ConsultationState; next: string };

const forumPage = page<{ planned: ForumRow[]; running: ForumRow[]; decided: ForumRow[] }>('consultations/forum');
const forumPlanPage = page<ConsultationPage & { id: string; isPublic: boolean }>('consultations/forum-plan');

const MEMBERS = ['forum member', 'officer', 'administrator'] as const;

/** What forum members see of their partnership: every plan with dates, before it is published too. */
export function registerForumRoutes(site: Site, deps: Deps): void {
  site.get(MEMBERS, '/forum', async c => {
    const given = await todayOf(deps);
    const all = (await factsOf(deps.db.read, await listAll(deps.db.read))).filter(hasDates);
    const rows = all.map(({ row, dates }) => ({
      id: row.id,
      title: row.title,
      state: consultationState(dates, given.today),
      next: nextInWords(dates, given),
    }));
    const view = {
      planned: rows.filter(row => row.state === 'draft'),
      running: rows.filter(row => row.state !== 'draft' && row.state !== 'decided'),
      decided: rows.filter(row => row.state === 'decided'),
    };
    return forumPage(c, view, { title: 'Forum', area: 'forum' });
  });

  site.get(MEMBERS, '/forum/:id', async c => {
    const given = { ...(await todayOf(deps)), partnership: await deps.partnership() };
    const row = found(await findConsultation(deps.db.read, param(c, 'id')));
    const shown =
      (await findPublic(deps.db.read, row.slug, given.today)) ??
      (await asPlanned(deps.db.read, row, { today: given.today, gap: deps.say('consultations.page.not-written') }));
    if (!hasDates(shown)) throw notFound();
    const version = (await publishedVersion(deps.db.read, row.id)) ?? (await latestVersion(deps.db.read, row.id));
    const view = await consultationPage(deps.db.read, shown, version?.definition, given);
    const isPublic = shown.dates.publishedOn !== null;
    return forumPlanPage(c, { ...view, id: row.id, isPublic }, { title: `Plan: ${shown.plan.title}`, area: 'forum' });
  });
}
