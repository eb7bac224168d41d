import { z } from 'zod';
import { listClosingDays } from '../charters/queries.ts';
import type { ClosingDay } from '../db/schema.ts';
import { partnershipFields } from '../people/partnership-form.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { notFound } from '../web/errors.ts';
import { day, longText, required } from '../web/fields.ts';
import { checkForm, firstValues, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { colourProblem, contrasts } from './colour-rules.ts';
import { changeSettings, closeOn, ClosingRefused, openAgainOn } from './settings.ts';

type View = {
  values: Record<string, string>;
  closing: { what: string; day: string | { day: string; month: string; year: string } };
  closingDays: ClosingDay[];
  today: string;
  colour: { value: string; contrasts: { where: string; ratio: number }[] };
  charter: string;
  done: string | undefined;
};

const settingsPage = page<View>('admin/settings');

const ADMIN = ['administrator'] as const;

const settingsForm = z.object({
  ...partnershipFields,
  privacyWords: longText('Say who looks after the answers.', 2000),
  strongColour: z
    .string()
    .trim()
    .toLowerCase()
    .superRefine((colour, context) => {
      const problem = colourProblem(colour);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    }),
});

const closingForm = z.object({
  closingDay: day('Enter the date.'),
  what: required('Say why it is closed, such as ‘Offices closed’.', 100),
});

const notices: Record<string, string> = {
  saved: 'Saved. Public pages show it from now on.',
  closed: 'Added. Working days skip it from now on.',
  open: 'Removed. It counts as a working day again, unless it is a bank holiday or a weekend.',
};

/** What the partnership says about itself, its colour, and the days on which it is closed. */
export function registerSettingsRoutes(site: Site, deps: Deps): void {
  site.get(ADMIN, '/admin/settings', c => show(c, deps, {}));
  site.post(ADMIN, '/admin/settings', async (c, who) => {
    const typed = await readForm(c);
    const form = checkForm(settingsForm, typed);
    if (!form.ok) return show(c, deps, { values: firstValues(typed), errors: form.errors });
    await changeSettings(deps, who, form.value);
    return c.redirect('/admin/settings?done=saved', 303);
  });
  site.post(ADMIN, '/admin/closing-days', async (c, who) => {
    const typed = await readForm(c);
    const form = checkForm(closingForm, typed);
    if (!form.ok) return show(c, deps, { closing: closingOf(typed), errors: form.errors });
    const wrong = await refusalOf(closeOn(deps, who, form.value.closingDay, form.value.what));
    if (wrong !== null) return show(c, deps, { closing: closingOf(typed), errors: { closingDay: wrong } });
    return c.redirect('/admin/settings?done=closed', 303);
  });
  site.post(ADMIN, '/admin/closing-days/:day/removal', async (c, who) => {
    const day = param(c, 'day');
    const days = await listClosingDays(deps.db.read);
    if (!days.some(each => each.day === day)) throw notFound();
    const wrong = await refusalOf(openAgainOn(deps, who, day));
    if (wrong !== null) return show(c, deps, { errors: { [`open-${day}`]: wrong } });
    return c.redirect('/admin/settings?done=open', 303);
  });
}

async function refusalOf(change: Promise<void>): Promise<string | null> {
  try {
    await change;
    return null;
  } catch (error) {
    if (error instanceof ClosingRefused) return error.message;
    throw error;
  }
}

type Shown = { values?: View['values']; closing?: View['closing']; errors?: FieldErrors };

async function show(c: Ctx, deps: Deps, { values, closing, errors = {} }: Shown): Promise<Response> {
  const { charter, calendar: _calendar, ...facts } = await deps.partnership();
  const view = {
    values: values ?? facts,
    closing: closing ?? { what: '', day: '' },
    closingDays: await listClosingDays(deps.db.read),
    today: deps.today(),
    colour: { value: facts.strongColour, contrasts: contrasts(facts.strongColour) },
    charter: charter.name,
    done: notices[c.req.query('done') ?? ''],
  };
  return settingsPage(c, view, { title: 'Settings', errors, area: 'admin' });
}

function closingOf(typed: Typed): View['closing'] {
  const { what = '', ...parts } = firstValues(typed);
  const part = (name: string) => parts[`closingDay-${name}`] ?? '';
  return { what, day: { day: part('day'), month: part('month'), year: part('year') } };
}
