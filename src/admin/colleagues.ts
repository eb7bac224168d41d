import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import { queueMail } from '../mail/write.ts';
import { addGrant, addPerson } from '../people/queries.ts';
import type { Role, Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';
import { changesOfRoles, isLastAdministrator } from './access-rules.ts';
import {
  changePerson,
  endPerson,
  isEmailTaken,
  lockAdministrators,
  removeGrants,
  returnPerson,
  type Colleague,
} from './queries.ts';

export type ColleagueFacts = { name: string; email: string; post: string; organisationId: string; roles: Role[] };

/** A change that can't be made; `field` and the words say where and why. */
export class Refused extends Error {
  readonly field: string;
  constructor(field: string, words: string) {
    super(words);
    this.field = field;
  }
}

/** Adds somebody and tells them by mail. Throws Refused when the address is taken. */
export async function addColleague(deps: Deps, by: Who, facts: ColleagueFacts): Promise<string> {
  const id = randomId();
  await act(deps.db.write, doing(deps, by, 'add person', id, { roles: facts.roles.join(', ') }), async tx => {
    await refuseTakenEmail(tx, facts.email, null);
    const { name, email, post, organisationId: organisation_id } = facts;
    await addPerson(tx, { id, organisation_id, name, email, post, created_at: iso(deps), ended_at: null });
    for (const role of facts.roles) await addGrant(tx, id, role, by.id, iso(deps));
    await queueWelcome(tx, deps, by, facts);
  });
  return id;
}

/** Changes who somebody is and what they may do. Throws Refused for a taken address or the last administrator. */
export async function changeColleague(deps: Deps, by: Who, was: Colleague, facts: ColleagueFacts): Promise<void> {
  const { give, take } = changesOfRoles(was.roles, facts.roles);
  const detail = { given: give.join(', '), taken: take.join(', ') };
  await act(deps.db.write, doing(deps, by, 'change person', was.id, detail), async tx => {
    await refuseTakenEmail(tx, facts.email, was.id);
    if (take.includes('administrator')) await refuseLastAdministrator(tx, was.id, 'roles');
    const { name, email, post, organisationId: organisation_id } = facts;
    await changePerson(tx, was.id, { name, email, post, organisation_id });
    await removeGrants(tx, was.id, take);
    for (const role of give) await addGrant(tx, was.id, role, by.id, iso(deps));
  });
}

/** Ends somebody's access: at once, everywhere. Throws Refused for the last administrator. */
export async function endAccess(deps: Deps, by: Who, id: string): Promise<void> {
  await act(deps.db.write, doing(deps, by, 'end access', id), async tx => {
    await refuseLastAdministrator(tx, id, 'end-access');
    await endPerson(tx, id, iso(deps));
  });
}

export async function giveAccessBack(deps: Deps, by: Who, id: string): Promise<void> {
  await act(deps.db.write, doing(deps, by, 'give access back', id), tx => returnPerson(tx, id));
}

async function refuseTakenEmail(tx: Db, email: string, besides: string | null): Promise<void> {
  if (!(await isEmailTaken(tx, email, besides))) return;
  throw new Refused('email', 'Somebody with this address is in the list already. Use another address.');
}

async function refuseLastAdministrator(tx: Db, id: string, field: string): Promise<void> {
  if (!isLastAdministrator(await lockAdministrators(tx), id)) return;
  throw new Refused(field, 'This is the last administrator. Make somebody else an administrator first.');
}

async function queueWelcome(tx: Db, deps: Deps, by: Who, facts: ColleagueFacts): Promise<void> {
  const { name } = await deps.partnership();
  await queueMail(tx, {
    to: facts.email,
    subject: deps.say('sign-in.welcome.subject', { name }),
    lines: [
      { paragraph: deps.say('sign-in.welcome.text', { name, person: facts.name, by: by.name }) },
      { paragraph: deps.say('sign-in.welcome.how') },
      { link: { text: deps.say('sign-in.title'), href: `${deps.config.publicUrl}/sign-in` } },
    ],
    cause: 'welcome',
    subjectId: null,
    now: deps.now(),
  });
}

function doing(deps: Deps, by: Who, words: string, id: string, detail: Record<string, string> = {}) {
  return { person: by, act: words, subject: { kind: 'person', id }, detail, now: deps.now() };
}

const iso = (deps: Deps) => deps.now().toString({ smallestUnit: 'millisecond' });
