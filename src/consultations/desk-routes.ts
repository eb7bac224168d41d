import { z } from 'zod';
import type { Who } from '../people/roles.ts';
import { templates } from '../library/content/index.ts';
import { latestPublication } from '../publications/queries.ts';
import { reasonsIn, wrongIn } from '../word-reasons/reason-rules.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { required } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { createConsultation } from './create.ts';
import { readDesk, readOverview, type DeskView, type Overview } from './desk-view.ts';
import { todayOf } from './lists.ts';
import { countGaps, missingWith, NotComplete, publishConsultation } from './publish.ts';
import { findForOfficer, listForOfficer } from './queries.ts';
import { showSure } from './sure-page.ts';

type NewView = {
  values: Record<string, string>;
  starts: { value: string; label: string; hint: string }[];
  others: { value: string; label: string }[];
};

type OverviewPage = {
  overview: Overview;
  refused: boolean;
  done: boolean;
  /** Why words stay, as typed, and what is wrong with that: by mark. */
  reasons: Record<string, string>;
  wrong: Record<string, string>;
};

const deskPage = page<DeskView & { deleted: boolean }>('consultations/desk');
const newPage = page<NewView>('consultations/new');
const overviewPage = page<OverviewPage>('consultations/overview');

const STAFF = ['officer', 'administrator'] as const;
const newForm = z.object({ title: required('Give it a title.', 120), from: z.string(), like: z.string() });

/** The officers' start page, new consultations, and where each one stands. */
export function registerDeskRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, '/desk', async (c, who) => {
    const desk = await readDesk(deps.db.read, who, await todayOf(deps));
    const view = { ...desk, deleted: c.req.query('deleted') !== undefined };
    return deskPage(c, view, { title: 'Desk', area: 'desk' });
  });

  // After a form was refused its own address stands in the browser: opening that again leads back.
  site.get(STAFF, '/desk/consultations', c => c.redirect('/desk', 303));

  site.get(STAFF, '/desk/consultations/:id/publication', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    const gaps = await missingWith(deps.db.read, row.id, deps.today(), {});
    if (countGaps(gaps) > 0) return c.redirect(`/desk/consultations/${row.id}`, 303);
    return showSure(c, deps, who, { row, reasons: {} });
  });

  site.get(STAFF, '/desk/consultations/new', (c, who) => showNew(c, deps, who, { like: c.req.query('like') ?? '' }));

  site.post(STAFF, '/desk/consultations', async (c, who) => {
    const typed = await readForm(c);
    const checked = checkForm(newForm, typed);
    if (!checked.ok) return showNew(c, deps, who, firstValues(typed), checked.errors);
    const { title, from, like } = checked.value;
    const definition = templates.find(each => each.key === from)?.definition;
    // What was chosen to copy stays chosen, out of sight, when something else is begun with after all.
    const isCopy = from === COPY;
    const other = isCopy ? await findForOfficer(deps.db.read, who, like) : null;
    if (isCopy && !other) {
      return showNew(c, deps, who, firstValues(typed), { like: 'Choose which consultation to copy.' });
    }
    const start = { ...(definition ? { definition } : {}), ...(other ? { like: other } : {}) };
    const { id } = await createConsultation(deps.db.write, who, { title, ...start, now: deps.now() });
    return c.redirect(`/desk/consultations/${id}/plan`, 303);
  });

  site.get(STAFF, '/desk/consultations/:id', (c, who) => showOverview(c, deps, who));

  site.post(STAFF, '/desk/consultations/:id/publication', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    const typed = await readForm(c);
    const reasons = reasonsIn(typed);
    if (one(typed, 'ask') !== '') {
      const gaps = await missingWith(deps.db.read, row.id, deps.today(), reasons);
      if (countGaps(gaps) === 0) return showSure(c, deps, who, { row, reasons });
      return showOverview(c, deps, who, { reasons, wrong: wrongIn(gaps.words, reasons) });
    }
    try {
      await publishConsultation(deps.db.write, who, row.id, deps.now(), reasons);
    } catch (error) {
      if (!(error instanceof NotComplete)) throw error;
      return showOverview(c, deps, who, { reasons, wrong: wrongIn(error.gaps.words, reasons) });
    }
    return c.redirect(`/desk/consultations/${row.id}?published=1`, 303);
  });
}

const COPY = 'copy';

async function showNew(c: Ctx, deps: Deps, who: Who, values: Record<string, string>, errors = {}): Promise<Response> {
  const others = await listForOfficer(deps.db.read, who);
  const view = {
    values: values['like'] && !values['from'] ? { ...values, from: COPY } : values,
    starts: [
      { value: '', label: 'No questions yet', hint: 'You write them, or bring them in from a file.' },
      ...templates.map(({ key, title, when }) => ({ value: key, label: title, hint: when })),
      ...(others.length > 0
        ? [
            {
              value: COPY,
              label: 'A copy of one of ours',
              hint: 'Its plan, people and questions; not its dates, answers or outcomes.',
            },
          ]
        : []),
    ],
    others: others.map(row => ({ value: row.id, label: row.title })).toSorted((a, b) => a.label.localeCompare(b.label)),
  };
  return newPage(c, view, { title: 'New consultation', area: 'desk', errors });
}

type Refused = Pick<OverviewPage, 'reasons' | 'wrong'>;

/** Where it stands; with `refused`, why it was not published. */
async function showOverview(c: Ctx, deps: Deps, who: Who, refused?: Refused): Promise<Response> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const publication = await latestPublication(deps.db.read, 'consultation', row.id);
  const given = { ...(await todayOf(deps)), published: publication?.content };
  const overview = await readOverview(deps.db.read, who, row, given);
  const { reasons = {}, wrong = {} } = refused ?? {};
  const done = c.req.query('published') !== undefined;
  const view = { overview, refused: refused !== undefined, done, reasons, wrong };
  const title = refused ? `Error: ${row.title}` : row.title;
  return overviewPage(c, view, { title, area: 'desk', status: refused ? 422 : 200 });
}
