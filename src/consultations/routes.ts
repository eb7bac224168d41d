import { forReader, type Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { readLists, todayOf, type PublicLists } from './lists.ts';
import { consultationPage, type ConsultationPage } from './page-view.ts';
import { findPublic } from './public.ts';

const hubPage = page<PublicLists>('consultations/hub');
const listPage = page<PublicLists>('consultations/list');
const consultation = page<ConsultationPage>('consultations/consultation');

/** The families' pages: the hub, all consultations, and each one's own page. */
export function registerConsultationRoutes(site: Site, deps: Deps): void {
  site.kept('/', async c =>
    hubPage(c, await readLists(forReader(c, deps)), { title: c.get('say')('consultations.hub.title') }),
  );
  site.kept('/consultations', async c =>
    listPage(c, await readLists(forReader(c, deps)), { title: c.get('say')('consultations.list.title') }),
  );
  site.kept('/consultations/:slug', async c => {
    const row = found(await findPublic(deps.db.read, param(c, 'slug'), deps.today()));
    const given = { ...(await todayOf(forReader(c, deps))), partnership: await deps.partnership() };
    const view = await consultationPage(deps.db.read, row, row.definition, given);
    return consultation(c, view, { title: view.plan.title });
  });
}
