import { z } from 'zod';
import { londonDay } from '../calendar/london.ts';
import { listOrganisations } from '../people/queries.ts';
import { roles, type Role, type Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { emailField, oneOf, required } from '../web/fields.ts';
import { checkForm, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import {
  addColleague,
  changeColleague,
  endAccess,
  giveAccessBack,
  Refused,
  type ColleagueFacts,
} from './colleagues.ts';
import { findColleague, listColleagues, type Colleague } from './queries.ts';

type Option = { value: string; label: string; hint?: string };
type PersonView = {
  person: Colleague | null;
  values: Record<string, string | string[]>;
  organisations: Option[];
  roles: Option[];
  endedOn: string;
};

const peoplePage = page<{ people: (Colleague & { endedOn: string })[]; done: string | undefined }>('admin/people');
const personPage = page<PersonView>('admin/person');

const ADMIN = ['administrator'] as const;

const roleOptions: Option[] = [
  { value: 'administrator', label: 'Administrator', hint: 'Looks after people, organisations and settings.' },
  { value: 'officer', label: 'Officer', hint: 'Plans consultations, reads the answers of their teams, publishes.' },
  { value: 'forum member', label: 'Forum member', hint: 'Sees plans and draft outcomes.' },
  {
    value: 'board member',
    label: 'Board member',
    hint: 'Sees figures and promised dates, never a family’s own words.',
  },
];

const personForm = z.object({
  name: required('Enter a name.'),
  email: emailField('Enter an email address.').transform(email => email.toLowerCase()),
  post: required('Enter a job or role, such as ‘Participation officer’.'),
  organisationId: required('Choose an organisation.'),
  roles: z.array(oneOf(roles, 'Choose from the list.')).min(1, 'Choose at least one thing that they may do.'),
});

const notices: Record<string, string> = {
  added: 'Added. We have sent them a message that says how to sign in.',
  changed: 'Saved.',
  ended: 'Their access has ended.',
  back: 'They have access again.',
};

/** Who may sign in, and what each may do. */
export function registerPeopleRoutes(site: Site, deps: Deps): void {
  const { db } = deps;
  site.get(ADMIN, '/admin/people', async c => {
    const people = (await listColleagues(db.read)).map(person => ({ ...person, endedOn: endedOn(person) }));
    return peoplePage(c, { people, done: notices[c.req.query('done') ?? ''] }, { title: 'People', area: 'admin' });
  });
  site.get(ADMIN, '/admin/people/new', c => showPerson(c, deps, null, {}));
  site.post(ADMIN, '/admin/people', async (c, who) => {
    return save(c, deps, null, '/admin/people?done=added', facts => addColleague(deps, who, facts));
  });
  site.get(ADMIN, '/admin/people/:id', async c => {
    const person = await personOf(c, deps);
    return showPerson(c, deps, person, valuesOf(person));
  });
  site.post(ADMIN, '/admin/people/:id', async (c, who) => {
    const person = await personOf(c, deps);
    return save(c, deps, person, '/admin/people?done=changed', facts => changeColleague(deps, who, person, facts));
  });
  site.post(ADMIN, '/admin/people/:id/ending', (c, who) => end(c, deps, who));
  site.post(ADMIN, '/admin/people/:id/return', async (c, who) => {
    await giveAccessBack(deps, who, (await personOf(c, deps)).id);
    return c.redirect('/admin/people?done=back', 303);
  });
}

const personOf = async (c: Ctx, deps: Deps) => found(await findColleague(deps.db.read, param(c, 'id')));

async function save(
  c: Ctx,
  deps: Deps,
  person: Colleague | null,
  then: string,
  change: (facts: ColleagueFacts) => Promise<unknown>,
): Promise<Response> {
  const typed = await readForm(c);
  const form = checkForm(personForm, typed);
  const errors: FieldErrors = form.ok ? {} : { ...form.errors };
  const organisation = form.ok ? form.value.organisationId : '';
  const organisations = await listOrganisations(deps.db.read);
  if (form.ok && !organisations.some(each => each.id === organisation))
    errors.organisationId = 'Choose an organisation.';
  if (form.ok && Object.keys(errors).length === 0) {
    try {
      await change(form.value);
      return c.redirect(then, 303);
    } catch (error) {
      Object.assign(errors, errorsOf(error));
    }
  }
  return showPerson(c, deps, person, typedValues(typed), errors);
}

async function end(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const person = await personOf(c, deps);
  try {
    await endAccess(deps, who, person.id);
  } catch (error) {
    return showPerson(c, deps, person, valuesOf(person), errorsOf(error));
  }
  return c.redirect('/admin/people?done=ended', 303);
}

function errorsOf(error: unknown): FieldErrors {
  if (error instanceof Refused) return { [error.field]: error.message };
  throw error;
}

async function showPerson(
  c: Ctx,
  deps: Deps,
  person: Colleague | null,
  values: PersonView['values'],
  errors: FieldErrors = {},
): Promise<Response> {
  const organisations = (await listOrganisations(deps.db.read)).map(({ id, name }) => ({ value: id, label: name }));
  const title = person ? person.name : 'Add somebody';
  const view = { person, values, organisations, roles: roleOptions, endedOn: person ? endedOn(person) : '' };
  return personPage(c, view, { title, errors, area: 'admin' });
}

const endedOn = ({ ended_at: at }: Colleague) => (at ? londonDay(Temporal.Instant.from(at)) : '');

const valuesOf = ({ name, email, post, organisation_id: organisationId, roles: has }: Colleague) => {
  return { name, email, post, organisationId, roles: has as Role[] };
};

function typedValues(typed: Typed): PersonView['values'] {
  const first = Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']);
  return { ...(Object.fromEntries(first) as Record<string, string>), roles: typed['roles'] ?? [] };
}
