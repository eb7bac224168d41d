import { z } from 'zod';
import type { ServiceChange, ServiceChangeStep } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { publicationDates } from '../../publications/queries.ts';
import type { Ctx } from '../../web/context.ts';
import type { Deps } from '../../web/deps.ts';
import { conflict, found } from '../../web/errors.ts';
import { day, longText, optional, optionalDay, required } from '../../web/fields.ts';
import { checkForm, firstValues, readDate, readForm, type FieldErrors, type Typed } from '../../web/forms.ts';
import { page } from '../../web/render.ts';
import { param, type Site } from '../../web/site.ts';
import { inOrder, isStepLate, missingFromStep, type Step } from './content-rules.ts';
import { publishedChange, publishServiceChange, stepFrom } from './publish.ts';
import { findForOfficer, findStep, listForOfficer, listSteps } from './queries.ts';
import { createServiceChange, saveDetails, saveStep, takeOutStep } from './save.ts';

type Row = { id: string; title: string; service: string; version: number };
type Values = Record<string, string>;
type ChangeView = {
  row: ServiceChange;
  steps: (Step & { late: boolean; isPublic: boolean })[];
  isPublic: boolean;
  isNew: boolean;
};

const listPage = page<{ rows: Row[] }>('outcomes/desk-service-changes');
const changePage = page<ChangeView>('outcomes/desk-service-change');
const detailsPage = page<{ row: ServiceChange | null; values: Values; isPublic: boolean }>(
  'outcomes/service-change-form',
);
const stepPage = page<{ row: ServiceChange; stepId: string | null; values: Values; isPublic: boolean }>(
  'outcomes/step-form',
);

const PATH = '/desk/service-changes';
const STAFF = ['officer', 'administrator'] as const;

const detailsForm = z.object({
  title: required('Give it a title.', 120),
  service: required('Say which service changes.', 120),
  summary: longText('Say in one or two sentences what changes.', 600),
});
const stepForm = z.object({
  words: required('Say what will be true when this step is done.', 300),
  due_on: day('Say by when.'),
  done_on: optionalDay(),
  late_reason: optional(400),
});

/** Service changes on the desk, by the organisation whose service it is. */
export function registerServiceChangeDesk(site: Site, deps: Deps): void {
  const { db } = deps;
  const load = async (c: Ctx, who: Who) => found(await findForOfficer(db.read, who, param(c, 'id')));
  const open = (c: Ctx, id: string) => c.redirect(`${PATH}/${id}`, 303);

  site.get(STAFF, PATH, async (c, who) => showList(c, deps, who));
  site.get(STAFF, `${PATH}/new`, c => showDetails(c, deps, null));
  site.post(STAFF, PATH, async (c, who) => {
    const checked = checkForm(detailsForm, await readForm(c));
    if (!checked.ok) return showDetails(c, deps, null, checked.errors);
    return open(c, await createServiceChange(deps, who, checked.value));
  });

  site.get(STAFF, `${PATH}/:id`, async (c, who) => showChange(c, deps, await load(c, who)));
  site.get(STAFF, `${PATH}/:id/details`, async (c, who) => showDetails(c, deps, await load(c, who)));
  site.post(STAFF, `${PATH}/:id/details`, async (c, who) => {
    const row = await load(c, who);
    const checked = checkForm(detailsForm, await readForm(c));
    if (!checked.ok) return showDetails(c, deps, row, checked.errors);
    await saveDetails(deps, who, row.id, checked.value);
    return open(c, row.id);
  });
  site.post(STAFF, `${PATH}/:id/publication`, async (c, who) => {
    const row = await load(c, who);
    const steps = await listSteps(db.read, row.id);
    const calendar = await deps.calendar();
    const isReady = (step: Step) => Object.keys(missingFromStep(step, null, deps.today(), calendar)).length === 0;
    if (steps.length === 0 || !steps.map(stepFrom).every(isReady)) return showChange(c, deps, row, 422);
    await publishServiceChange(deps, who, row.id);
    return open(c, row.id);
  });

  site.get(STAFF, `${PATH}/:id/steps/new`, async (c, who) => showStep(c, deps, await load(c, who), null));
  site.get(STAFF, `${PATH}/:id/steps/:stepId`, async (c, who) => {
    const row = await load(c, who);
    return showStep(c, deps, row, found(await findStep(db.read, row.id, param(c, 'stepId'))));
  });
  site.post(STAFF, `${PATH}/:id/steps`, async (c, who) => save(c, who, await load(c, who), null));
  site.post(STAFF, `${PATH}/:id/steps/:stepId`, async (c, who) => {
    const row = await load(c, who);
    return save(c, who, row, found(await findStep(db.read, row.id, param(c, 'stepId'))));
  });
  site.post(STAFF, `${PATH}/:id/steps/:stepId/removal`, async (c, who) => {
    const row = await load(c, who);
    const step = found(await findStep(db.read, row.id, param(c, 'stepId')));
    const published = await publishedChange(db.read, row.id);
    // A promise that the public has read is moved with a reason, or not at all.
    if (published?.steps.some(each => each.id === step.id)) throw conflict();
    await takeOutStep(deps, who, row.id, step.id);
    return open(c, row.id);
  });

  async function save(c: Ctx, who: Who, row: ServiceChange, step: ServiceChangeStep | null): Promise<Response> {
    const checked = checkForm(stepForm, await readForm(c));
    if (!checked.ok) return showStep(c, deps, row, step, checked.errors);
    const { words, due_on: dueOn, done_on, late_reason: lateReason } = checked.value;
    const next = { words, dueOn, doneOn: done_on || null, lateReason };
    const was = (await publishedChange(db.read, row.id))?.steps.find(each => each.id === step?.id) ?? null;
    const errors = missingFromStep(next, was, deps.today(), await deps.calendar());
    if (Object.keys(errors).length > 0) return showStep(c, deps, row, step, errors);
    await saveStep(deps, who, row.id, step?.id ?? null, next);
    return open(c, row.id);
  }
}

async function showList(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const rows = await listForOfficer(deps.db.read, who);
  const versions = await publicationDates(
    deps.db.read,
    ['service-change'],
    rows.map(row => row.id),
  );
  const latest = (id: string) => versions.filter(each => each.subject_id === id).at(-1)?.version ?? 0;
  const view = { rows: rows.map(({ id, title, service }) => ({ id, title, service, version: latest(id) })) };
  return listPage(c, view, { title: 'Service changes', area: 'desk' });
}

async function showChange(c: Ctx, deps: Deps, row: ServiceChange, status: 200 | 422 = 200): Promise<Response> {
  const published = await publishedChange(deps.db.read, row.id);
  const known = new Set(published?.steps.map(step => step.id));
  const calendar = await deps.calendar();
  const steps = inOrder((await listSteps(deps.db.read, row.id)).map(stepFrom)).map(step => {
    return { ...step, late: isStepLate(step, deps.today(), calendar), isPublic: known.has(step.id) };
  });
  const view = { row, steps, isPublic: published !== null, isNew: status === 422 };
  return changePage(c, view, { title: row.title, area: 'desk', status });
}

async function showDetails(c: Ctx, deps: Deps, row: ServiceChange | null, errors: FieldErrors = {}): Promise<Response> {
  const typed = c.get('typed');
  const stored = { title: row?.title ?? '', service: row?.service ?? '', summary: row?.summary ?? '' };
  const isPublic = row !== null && (await publishedChange(deps.db.read, row.id)) !== null;
  const view = { row, values: typed ? firstValues(typed) : stored, isPublic };
  return detailsPage(c, view, { title: row ? `Edit: ${row.title}` : 'New service change', area: 'desk', errors });
}

async function showStep(
  c: Ctx,
  deps: Deps,
  row: ServiceChange,
  step: ServiceChangeStep | null,
  errors: FieldErrors = {},
): Promise<Response> {
  const typed = c.get('typed');
  const { words = '', due_on = '', done_on = '', late_reason = '' } = step ?? {};
  const stored = { words, due_on, done_on: done_on ?? '', late_reason };
  const isPublic = (await publishedChange(deps.db.read, row.id)) !== null;
  const view = { row, stepId: step?.id ?? null, values: typed ? typedStep(typed) : stored, isPublic };
  const title = step ? `Edit a step: ${row.title}` : `New step: ${row.title}`;
  return stepPage(c, view, { title, area: 'desk', errors });
}

const typedStep = (typed: Typed): Values => ({
  ...firstValues(typed),
  due_on: readDate(typed, 'due_on'),
  done_on: readDate(typed, 'done_on'),
});
