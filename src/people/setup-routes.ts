import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { Charter } from '../charters/charter.ts';
import { presets } from '../charters/presets/index.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { emailField, oneOf, required } from '../web/fields.ts';
import { checkForm, firstValues, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { keepSession, shielded } from './identify.ts';
import { organisationKinds, organisationKindValues } from './organisation-kinds.ts';
import { partnershipFields } from './partnership-form.ts';
import { maySetUp, setUp } from './setup.ts';

type SetupView = {
  values: Record<string, string>;
  presets: { value: string; label: string; hint: string }[];
  kinds: typeof organisationKinds;
};

const setupPage = page<SetupView>('people/set-up');
const linkOverPage = page<{ kind: 'set-up' }>('people/link-over');

const LINK_COOKIE = 'set-up-link';
const COOKIE_PATH = '/set-up';
const HOUR = 3600;

const presetIds = presets.map(preset => preset.id) as [string, ...string[]];

const setupForm = z.object({
  ...partnershipFields,
  charter: oneOf(presetIds, 'Choose the charter to start from.'),
  organisation: required('Enter the name of your organisation.'),
  kind: oneOf(organisationKindValues, 'Choose what kind of organisation it is.'),
  person: required('Enter your name.'),
  post: required('Enter your job or role.'),
  email: emailField('Enter your work email address.'),
});

const suggested = {
  urgentWords:
    'If a child is in danger now, call 999. We do not read answers day and night. To report a worry about a child, call our children’s services on …',
  charter: presetIds[0],
};

/** The first visit to a new site, by the link that the server prints: the partnership and its first administrator. */
export function registerSetupRoutes(site: Site, deps: Deps): void {
  site.get('public', '/set-up', async c => {
    if (!(await maySetUp(deps, linkOf(c)))) return showLinkOver(c, deps);
    return showForm(c, suggested, {});
  });
  site.post('public', '/set-up', async c => {
    const typed = await readForm(c);
    if (!(await maySetUp(deps, linkOf(c)))) return showLinkOver(c, deps);
    const form = checkForm(setupForm, typed);
    if (!form.ok) return showForm(c, firstValues(typed), form.errors);
    const session = await setUp(deps, linkOf(c), form.value);
    if (!session) return showLinkOver(c, deps);
    await deps.watch.look();
    deleteCookie(c, LINK_COOKIE, shielded(deps, COOKIE_PATH));
    keepSession(c, deps, session);
    return c.redirect('/admin?welcome=1', 303);
  });
  site.get('public', '/set-up/:token', c => {
    setCookie(c, LINK_COOKIE, param(c, 'token'), { ...shielded(deps, COOKIE_PATH), maxAge: HOUR });
    return c.redirect('/set-up', 303);
  });
}

function hintOf({ commitments, rungs, clocks }: Charter): string {
  const days = `${clocks.acknowledgementWorkingDays} working days to reply to everyone`;
  return `${commitments.length} promises, a ladder of ${rungs.length} rungs, ${days}.`;
}

const linkOf = (c: Ctx) => getCookie(c, LINK_COOKIE) ?? '';

function showForm(c: Ctx, values: Record<string, string>, errors: FieldErrors): Promise<Response> {
  c.header('cache-control', 'no-store');
  const view = {
    values,
    presets: presets.map(preset => ({ value: preset.id, label: preset.name, hint: hintOf(preset) })),
    kinds: organisationKinds,
  };
  return setupPage(c, view, { title: 'Set up your partnership', errors, area: 'plain' });
}

function showLinkOver(c: Ctx, deps: Deps): Promise<Response> {
  c.header('cache-control', 'no-store');
  const title = deps.say('sign-in.link-over.set-up.title');
  return linkOverPage(c, { kind: 'set-up' }, { title, status: 410, area: 'plain' });
}
