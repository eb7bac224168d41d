import { hasAny, type Who } from '../people/roles.ts';
import type { Consultation } from '../db/schema.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { badRequest, forbidden, found } from '../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { factsOfOne } from './facts.ts';
import { applyDo, isEmpty, readDo, wrongWithPeople } from './people-rules.ts';
import type { PlanPerson } from './plan.ts';
import { findForOfficer, isOnTeam, listConsultationPeople, listTeam } from './queries.ts';
import { savePeople } from './save-plan.ts';
import { listOfficers } from './team-queries.ts';
import { joinTeam, LastOnTeam, leaveTeam } from './team.ts';

type PeopleView = {
  head: DeskHead;
  rows: PlanPerson[];
  team: { id: string; name: string; post: string }[];
  officers: { value: string; label: string }[];
  mayChangeTeam: boolean;
  saved: boolean;
};

const peoplePage = page<PeopleView>('consultations/people');

const PATH = '/desk/consultations/:id/people';
const STAFF = ['officer', 'administrator'] as const;
const MOST_PEOPLE = 100;

/** Who is involved and why (W17, K02), and the team that may read what people wrote. */
export function registerInvolvedRoutes(site: Site, deps: Deps): void {
  const load = async (c: Ctx, who: Who) => found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const mayChange = async (who: Who, row: Consultation) =>
    hasAny(who, ['administrator']) || isOnTeam(deps.db.read, who.id, row.id);
  const show = async (c: Ctx, who: Who, row: Consultation, rows: PlanPerson[], errors: FieldErrors = {}) => {
    const team = await listTeam(deps.db.read, row.id);
    const others = (await listOfficers(deps.db.read)).filter(each => !team.some(({ id }) => id === each.id));
    const head = await headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today());
    const officers = others.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }));
    const view = {
      head,
      rows,
      team,
      officers,
      mayChangeTeam: await mayChange(who, row),
      saved: c.req.query('saved') !== undefined,
    };
    return peoplePage(c, view, { title: `People: ${row.title}`, area: 'desk', errors });
  };
  const backTo = (c: Ctx, row: Consultation, part = '') =>
    c.redirect(`/desk/consultations/${row.id}/people${part}`, 303);

  site.get(STAFF, PATH, async (c, who) => {
    const row = await load(c, who);
    return show(c, who, row, await listConsultationPeople(deps.db.read, row.id));
  });

  site.post(STAFF, PATH, async (c, who) => {
    const row = await load(c, who);
    const typed = await readForm(c);
    const rows = applyDo(readRows(typed), readDo(one(typed, 'do')));
    const errors = wrongWithPeople(rows);
    if (Object.keys(errors).length > 0) return show(c, who, row, rows, errors);
    const people = rows.filter(each => !isEmpty(each));
    await savePeople(deps.db.write, who, row.id, people, deps.now());
    return backTo(c, row, '?saved=1');
  });

  site.get(STAFF, '/desk/consultations/:id/team', c =>
    c.redirect(`/desk/consultations/${encodeURIComponent(param(c, 'id'))}/people#team`, 303),
  );

  site.post(STAFF, '/desk/consultations/:id/team', async (c, who) => {
    const row = await load(c, who);
    if (!(await mayChange(who, row))) throw forbidden();
    const personId = one(await readForm(c), 'person');
    const isOfficer = (await listOfficers(deps.db.read)).some(each => each.id === personId);
    if (!isOfficer)
      return show(c, who, row, await listConsultationPeople(deps.db.read, row.id), { person: 'Choose somebody.' });
    await joinTeam(deps.db.write, who, { id: row.id, personId, now: deps.now() });
    return backTo(c, row, '#team');
  });

  site.post(STAFF, '/desk/consultations/:id/team/:person/removal', async (c, who) => {
    const row = await load(c, who);
    if (!(await mayChange(who, row))) throw forbidden();
    try {
      await leaveTeam(deps.db.write, who, { id: row.id, personId: param(c, 'person'), now: deps.now() });
    } catch (error) {
      if (!(error instanceof LastOnTeam)) throw error;
      const people = await listConsultationPeople(deps.db.read, row.id);
      return show(c, who, row, people, { person: 'Somebody has to stay on the team. Add another person first.' });
    }
    return backTo(c, row, '#team');
  });
}

function readRows(typed: Typed): PlanPerson[] {
  const read = (row: number, field: string) => one(typed, `${field}-${row}`).trim();
  const last = Object.keys(typed).map(name => Number(/^name-(\d{1,3})$/.exec(name)?.[1] ?? -1));
  const count = Math.max(-1, ...last) + 1;
  if (count > MOST_PEOPLE) throw badRequest();
  return Array.from({ length: count }, (_, row) => ({
    name: read(row, 'name'),
    role: read(row, 'role'),
    why: read(row, 'why'),
  }));
}
