import type { Consultation } from '../db/schema.ts';
import { hashToken } from '../db/ids.ts';
import { readKnown } from '../glossary/known.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found } from '../web/errors.ts';
import { isDay } from '../web/fields.ts';
import { checkForm, firstValues, one, readDate, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { byField, type Finding } from '../words/checks/finding-rules.ts';
import { param, type Site } from '../web/site.ts';
import { dateFindings, PLAN_DATES } from './date-rules.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { factsOfOne } from './facts.ts';
import type { Missing } from './plan.ts';
import { fieldsOf, planSchema, valuesOf } from './plan-form.ts';
import { planSections, type FormSection } from './plan-sections.ts';
import { readiness, type Gaps } from './publish.ts';
import { findForOfficer } from './queries.ts';
import { savePlan } from './save-plan.ts';
import { planFindings, PLAN_WORDS } from './word-rules.ts';

type PlanView = {
  head: DeskHead;
  sections: FormSection[];
  values: Record<string, string>;
  /** What the checks of words and dates say, by field. */
  found: Record<string, Finding[]>;
  stamp: string;
  gaps: Gaps;
  saved: boolean;
  /** Dates that may be a slip or can't be published, with the field of each. */
  slips: { href: string; text: string }[];
};

const planPage = page<PlanView>('consultations/plan');
const renewed = fragment<Pick<PlanView, 'found'>>('words/renewed');

const PATH = '/desk/consultations/:id/plan';
const STAFF = ['officer', 'administrator'] as const;

/** What a consultation sets out: one form in sections, with what is missing beside it (W08, K03, K19, W05). */
export function registerPlanRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const row = await load(c, deps, who);
    return showPlan(c, deps, who, row, { values: valuesOf(row), dates: row, stamp: stampOf(row), errors: {} });
  });

  site.post(STAFF, PATH, async (c, who) => {
    const row = await load(c, deps, who);
    const typed = await readForm(c);
    const asTyped = { values: firstValues(typed), dates: datesIn(typed), stamp: one(typed, '_stamp') };
    if (c.req.query('check') !== undefined) return renewed(c, { found: await foundIn(deps, asTyped) });
    if (one(typed, 'check') !== '') return showPlan(c, deps, who, row, { ...asTyped, errors: {} });
    const { charter } = await deps.partnership();
    const checked = checkForm(planSchema(charter), typed);
    if (!checked.ok) return showPlan(c, deps, who, row, { ...asTyped, errors: checked.errors });
    if (asTyped.stamp !== stampOf(row)) throw conflict();
    const { dates } = await factsOfOne(deps.db.read, row);
    await savePlan(deps.db.write, who, row.id, fieldsOf(checked.value, dates.publishedOn !== null), deps.now());
    return c.redirect(`/desk/consultations/${row.id}/plan?saved=1`, 303);
  });
}

async function load(c: Ctx, deps: Deps, who: Who): Promise<Consultation> {
  return found(await findForOfficer(deps.db.read, who, param(c, 'id')));
}

// Two officers may have the form open: whoever saves second is told, instead of wiping out the first one's words.
const stampOf = (row: Consultation): string => hashToken(JSON.stringify(valuesOf(row))).slice(0, 12);

type Dates = Pick<Consultation, (typeof PLAN_DATES)[number]>;
type Shown = { values: Record<string, string>; dates: Dates; stamp: string; errors: FieldErrors };

/** The days that were typed; none where it is no day, which has an error of its own. */
function datesIn(typed: Typed): Dates {
  const days = PLAN_DATES.map(name => [name, readDate(typed, name)] as const);
  return Object.fromEntries(days.map(([name, day]) => [name, isDay(day) ? day : null])) as Dates;
}

/** What the checks say of words and dates, by field. */
async function foundIn(deps: Deps, { values, dates }: Pick<Shown, 'values' | 'dates'>) {
  const { calendar } = await deps.partnership();
  const words = planFindings(values, await readKnown(deps.db.read));
  const found = [...words, ...dateFindings(dates, { today: deps.today(), calendar })];
  return byField([...PLAN_WORDS, 'minutes', ...PLAN_DATES], found);
}

async function showPlan(
  c: Ctx,
  deps: Deps,
  who: Who,
  row: Consultation,
  { errors, dates, ...shown }: Shown,
): Promise<Response> {
  const facts = await factsOfOne(deps.db.read, row);
  const { charter, calendar } = await deps.partnership();
  const given = { today: deps.today(), calendar };
  const { gaps } = await readiness(deps.db.read, row.id, deps.today());
  const view = {
    ...shown,
    head: await headFor(deps.db.read, who, facts, deps.today()),
    sections: planSections(charter, facts.dates.publishedOn === null ? null : row),
    found: await foundIn(deps, { ...shown, dates }),
    gaps,
    saved: c.req.query('saved') !== undefined,
    slips: facts.dates.publishedOn === null ? slipsIn(dates, gaps.plan, given) : [],
  };
  return planPage(c, view, { title: `Plan: ${row.title}`, area: 'desk', errors });
}

/** What to look at again in dates that were chosen: what stands in the way of publishing, or else what may be a slip. */
function slipsIn(dates: Dates, missing: readonly Missing[], given: Parameters<typeof dateFindings>[1]) {
  const found = dateFindings(dates, given).map(({ where, wrong, todo }) => ({
    field: where,
    words: `${wrong} ${todo}`,
  }));
  return PLAN_DATES.filter(name => dates[name]).flatMap(name => {
    const [wrong, slips] = [missing, found].map(list => list.filter(each => each.field === name));
    return (wrong?.length ? wrong : (slips ?? [])).map(({ words }) => ({ href: `#${name}`, text: words }));
  });
}
