import { z } from 'zod';
import type { Who } from '../people/roles.ts';
import { latestPublication } from '../publications/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { required } from '../web/fields.ts';
import { checkForm, firstValues, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { createConsultation } from './create.ts';
import { readDesk, readOverview, type DeskView, type Overview } from './desk-view.ts';
import { todayOf } from './lists.ts';
import { NotComplete, publishConsultation } from './publish.ts';
import { findForOfficer } from './queries.ts';

const deskPage = page<DeskView>('consultations/desk');
const newPage = page<{ values: Record<string, string> }>('consultations/new');
const overviewPage = page<{ overview: Overview; refused: boolean; done: boolean }>('consultations/overview');

const STAFF = ['officer', 'administrator'] as const;
const newForm = z.object({ title: required('Give it a title.', 120) });

/** The officers' start page, new consultations, and where each one stands. */
export function registerDeskRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, '/desk', async (c, who) =>
    deskPage(c, await readDesk(deps.db.read, who, await todayOf(deps)), { title: 'Desk', area: 'desk' }),
  );

  // After a form was refused its own address stands in the browser: opening that again leads back.
  site.get(STAFF, '/desk/consultations', c => c.redirect('/desk', 303));
  site.get(STAFF, '/desk/consultations/:id/publication', c =>
    c.redirect(`/desk/consultations/${encodeURIComponent(param(c, 'id'))}`, 303),
  );

  site.get(STAFF, '/desk/consultations/new', c => showNew(c, {}));

  site.post(STAFF, '/desk/consultations', async (c, who) => {
    const typed = await readForm(c);
    const checked = checkForm(newForm, typed);
    if (!checked.ok) return showNew(c, firstValues(typed), checked.errors);
    const { id } = await createConsultation(deps.db.write, who, { ...checked.value, now: deps.now() });
    return c.redirect(`/desk/consultations/${id}/plan`, 303);
  });

  site.get(STAFF, '/desk/consultations/:id', (c, who) => showOverview(c, deps, who));

  site.post(STAFF, '/desk/consultations/:id/publication', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    try {
      await publishConsultation(deps.db.write, who, row.id, deps.now());
    } catch (error) {
      if (error instanceof NotComplete) return showOverview(c, deps, who, 422);
      throw error;
    }
    return c.redirect(`/desk/consultations/${row.id}?published=1`, 303);
  });
}

function showNew(c: Ctx, values: Record<string, string>, errors = {}): Promise<Response> {
  return newPage(c, { values }, { title: 'New consultation', area: 'desk', errors });
}

async function showOverview(c: Ctx, deps: Deps, who: Who, status: 200 | 422 = 200): Promise<Response> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const publication = await latestPublication(deps.db.read, 'consultation', row.id);
  const given = { ...(await todayOf(deps)), published: publication?.content };
  const overview = await readOverview(deps.db.read, who, row, given);
  const view = { overview, refused: status === 422, done: c.req.query('published') !== undefined };
  const title = status === 422 ? `Error: ${row.title}` : row.title;
  return overviewPage(c, view, { title, area: 'desk', status });
}
