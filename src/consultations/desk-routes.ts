import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { Who } from '../people/roles.ts';
import { NotComplete, publishConsultation, readiness, type Gaps } from './publish.ts';
import { findForOfficer } from './queries.ts';

const overviewPage = page<{ id: string; title: string; gaps: Gaps }>('consultations/overview');

export function registerDeskRoutes(site: Site, deps: Deps): void {
  site.get(['officer', 'administrator'], '/desk/consultations/:id', (c, who) => showOverview(c, who, deps));
  site.post(['officer', 'administrator'], '/desk/consultations/:id/publication', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    try {
      await publishConsultation(deps.db.write, who, row.id, deps.now());
    } catch (error) {
      if (error instanceof NotComplete) return showOverview(c, who, deps, 422);
      throw error;
    }
    return c.redirect(`/desk/consultations/${row.id}`, 303);
  });
}

async function showOverview(c: Ctx, who: Who, deps: Deps, status: 200 | 422 = 200): Promise<Response> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const { gaps } = await readiness(deps.db.read, row.id, deps.today());
  return overviewPage(c, { id: row.id, title: row.title, gaps }, { title: row.title, area: 'desk', status });
}
