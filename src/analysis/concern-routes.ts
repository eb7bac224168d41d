import { z } from 'zod';
import type { DeskHead } from '../consultations/desk-view.ts';
import { findConsultation, findForTeam, isOnTeam } from '../consultations/queries.ts';
import type { Consultation } from '../db/schema.ts';
import { hasAny, type Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { forbidden, found } from '../web/errors.ts';
import { longText } from '../web/fields.ts';
import { checkForm, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { baseOf, headOf } from './team-pages.ts';
import { findComment, type Comment } from './comment-queries.ts';
import { findConcern, listConcerns, type RaisedConcern } from './concern-queries.ts';
import { raisedWords, seenWords } from './concern-words.ts';
import { mailConcernAgain, raiseConcern } from './raise-concern.ts';
import { seeConcern } from './see-concern.ts';

type Lead = { name: string; email: string };
type NewView = { base: string; comment: Comment; lead: Lead; urgent: string; note: string };
type ListView = { head: DeskHead; base: string; lead: Lead; concerns: { href: string; words: string; seen: string }[] };
type OneView = {
  base: string;
  id: string;
  lead: string;
  raised: string;
  note: string;
  seen: string;
  words: string | null;
  maySee: boolean;
  maySend: boolean;
  sentAgain: boolean;
};

const newPage = page<NewView>('analysis/concern-new');
const listPage = page<ListView>('analysis/concerns');
const onePage = page<OneView>('analysis/concern');

const concernForm = z.object({ note: longText('Say in a few words what worries you.', 1000) });

/** A worrying answer, flagged to the named safeguarding lead. In no figures; read by the team and administrators. */
export function registerConcernRoutes(site: Site, deps: Deps): void {
  const staff = ['officer', 'administrator'] as const;
  const path = '/desk/consultations/:id/concerns';
  site.get(staff, path, async (c, who) => showList(c, deps, await mayRead(c, deps, who)));
  site.get(staff, `${path}/new`, async (c, who) => {
    const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
    return showNew(c, deps, row, await commentAt(deps, row, c.req.query('response'), c.req.query('question')));
  });
  site.post(staff, path, (c, who) => raise(c, deps, who));
  site.get(staff, `${path}/:concern`, async (c, who) => showOne(c, deps, who, await mayRead(c, deps, who)));
  site.post(staff, `${path}/:concern/mail`, (c, who) => mailAgain(c, deps, who));
  site.post(['administrator'], `${path}/:concern/seen`, (c, who) => markSeen(c, deps, who));
}

async function mayRead(c: Ctx, deps: Deps, who: Who): Promise<Consultation> {
  const id = param(c, 'id');
  const administrator = hasAny(who, ['administrator']);
  return found(await (administrator ? findConsultation(deps.db.read, id) : findForTeam(deps.db.read, who, id)));
}

const commentAt = async (deps: Deps, row: Consultation, response = '', question = ''): Promise<Comment> =>
  found(await findComment(deps.db.read, row.id, response, question));

const leadOf = (row: Consultation): Lead => ({ name: row.safeguarding_name, email: row.safeguarding_email });

async function showNew(c: Ctx, deps: Deps, row: Consultation, comment: Comment, note = '', errors: FieldErrors = {}) {
  const { urgentWords } = await deps.partnership();
  const view = { base: baseOf(row), comment, lead: leadOf(row), urgent: urgentWords, note };
  return newPage(c, view, { title: 'Pass on a worry', area: 'desk', errors });
}

async function raise(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
  const typed = await readForm(c);
  const comment = await commentAt(deps, row, one(typed, 'response'), one(typed, 'question'));
  const form = checkForm(concernForm, typed);
  if (!form.ok) return showNew(c, deps, row, comment, one(typed, 'note'), form.errors);
  const { responseId, question } = comment;
  const id = await raiseConcern(deps, who, row, { responseId, question, note: form.value.note });
  return c.redirect(`${baseOf(row)}/concerns/${id}`, 303);
}

async function showList(c: Ctx, deps: Deps, row: Consultation): Promise<Response> {
  const rows = await listConcerns(deps.db.read, row.id);
  const concerns = rows.map(concern => ({
    href: `${baseOf(row)}/concerns/${concern.id}`,
    words: raisedWords(concern, deps.today()),
    seen: seenWords(concern, deps.today()),
  }));
  const view = { head: await headOf(deps, row), base: baseOf(row), lead: leadOf(row), concerns };
  return listPage(c, view, { title: `Worries: ${row.title}`, area: 'desk' });
}

async function showOne(c: Ctx, deps: Deps, who: Who, row: Consultation): Promise<Response> {
  const concern = found(await findConcern(deps.db.read, row.id, param(c, 'concern')));
  const comment = await findComment(deps.db.read, row.id, concern.response_id, concern.question);
  const onTeam = await isOnTeam(deps.db.read, who.id, row.id);
  const view = {
    base: baseOf(row),
    id: concern.id,
    lead: row.safeguarding_name,
    raised: `${raisedWords(concern, deps.today())}, and mailed to ${row.safeguarding_name}.`,
    note: concern.note,
    seen: seenWords(concern, deps.today()),
    words: comment?.words ?? null,
    maySee: await maySaySeen(deps, who, concern),
    maySend: onTeam,
    sentAgain: concern.seen_at === null && c.req.query('sent') !== undefined,
  };
  return onePage(c, view, { title: `A worry about an answer to ‘${row.title}’`, area: 'desk' });
}

/** Somebody else than who read the answer: an administrator who neither raised the worry nor is on the team. */
async function maySaySeen(deps: Deps, who: Who, concern: RaisedConcern): Promise<boolean> {
  if (!hasAny(who, ['administrator']) || concern.raised_by === who.id) return false;
  return !(await isOnTeam(deps.db.read, who.id, concern.consultation_id));
}

async function markSeen(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const row = await mayRead(c, deps, who);
  const concern = found(await findConcern(deps.db.read, row.id, param(c, 'concern')));
  if (!(await maySaySeen(deps, who, concern))) throw forbidden();
  await seeConcern(deps, who, concern);
  return c.redirect(`${baseOf(row)}/concerns/${concern.id}`, 303);
}

async function mailAgain(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
  const concern = found(await findConcern(deps.db.read, row.id, param(c, 'concern')));
  await mailConcernAgain(deps, who, row, concern);
  return c.redirect(`${baseOf(row)}/concerns/${concern.id}?sent=1`, 303);
}
