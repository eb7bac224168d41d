import { z } from 'zod';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import { kindLabel, organisationKinds, organisationKindValues } from '../people/organisation-kinds.ts';
import { addOrganisation, listOrganisations } from '../people/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { oneOf, required } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { listOrganisationRows, type OrganisationRow } from './queries.ts';

type View = {
  organisations: (OrganisationRow & { what: string })[];
  values: Record<string, string>;
  kinds: typeof organisationKinds;
  added: boolean;
};

const organisationsPage = page<View>('admin/organisations');

const ADMIN = ['administrator'] as const;

const organisationForm = z.object({
  name: required('Enter the name of the organisation.'),
  kind: oneOf(organisationKindValues, 'Choose what kind of organisation it is.'),
});

/** The partners. Consultations belong to one of them each. */
export function registerOrganisationRoutes(site: Site, deps: Deps): void {
  site.get(ADMIN, '/admin/organisations', c => show(c, deps, {}, {}));
  site.post(ADMIN, '/admin/organisations', async (c, who) => {
    const typed = await readForm(c);
    const form = checkForm(organisationForm, typed);
    const errors: FieldErrors = form.ok ? {} : { ...form.errors };
    if (await isNameTaken(deps, one(typed, 'name')))
      errors.name = 'An organisation of this name is in the list already.';
    if (!form.ok || errors.name) return show(c, deps, firstValues(typed), errors);
    const id = randomId();
    const subject = { kind: 'organisation', id };
    await act(deps.db.write, { person: who, act: 'add organisation', subject, now: deps.now() }, tx =>
      addOrganisation(tx, { id, ...form.value, created_at: deps.now().toString({ smallestUnit: 'millisecond' }) }),
    );
    return c.redirect('/admin/organisations?added=1', 303);
  });
}

async function isNameTaken(deps: Deps, name: string): Promise<boolean> {
  const same = name.trim().toLocaleLowerCase('en');
  return (await listOrganisations(deps.db.read)).some(each => each.name.toLocaleLowerCase('en') === same);
}

async function show(c: Ctx, deps: Deps, values: Record<string, string>, errors: FieldErrors): Promise<Response> {
  const rows = await listOrganisationRows(deps.db.read);
  const organisations = rows.map(row => ({ ...row, what: kindLabel(row.kind) }));
  const view = { organisations, values, kinds: organisationKinds, added: c.req.query('added') !== undefined };
  return organisationsPage(c, view, { title: 'Organisations', errors, area: 'admin' });
}
