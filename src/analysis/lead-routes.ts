import { getCookie, setCookie } from 'hono/cookie';
import { findConsultation } from '../consultations/queries.ts';
import type { Consultation } from '../db/schema.ts';
import { shielded } from '../people/identify.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { findComment } from './comment-queries.ts';
import { isConcernKey, isLinkOver, isVisit, startVisit, VISIT_HOURS } from './concern-link.ts';
import { findConcernById, type RaisedConcern } from './concern-queries.ts';
import { raisedWords, seenWords } from './concern-words.ts';
import { noteOpened, seeConcern } from './see-concern.ts';

type Contact = { name: string; phone: string; email: string };
type LeadView = {
  id: string;
  raised: string;
  note: string;
  seen: string;
  words: string | null;
  contact: Contact;
  /** The mailed link still works after this visit. */
  mayReturn: boolean;
};

const leadPage = page<LeadView>('analysis/concern-lead');
const overPage = page<{ contact: Contact }>('analysis/concern-over');

const COOKIE_PATH = '/worries';
// One for each worry, so that opening a second one doesn't shut the first.
const cookieOf = (id: string): string => `worry-${id}`;

/** One worry, opened by the private link that was mailed to the safeguarding lead, who has no account. */
export function registerLeadRoutes(site: Site, deps: Deps): void {
  const path = '/worries/:concern';
  site.get('public', path, c => showWorry(c, deps));
  site.post('public', `${path}/seen`, c => markSeen(c, deps));
  site.get('public', `${path}/:key`, c => openLink(c, deps));
}

async function openLink(c: Ctx, deps: Deps): Promise<Response> {
  const id = param(c, 'concern');
  if (!isConcernKey(deps.config, id, param(c, 'key'))) throw notFound();
  const { concern, row } = await findWorry(deps, id);
  c.header('cache-control', 'no-store');
  if (isLinkOver(concern, deps.now())) return showOver(c, row);
  await noteOpened(deps, concern);
  const cookie = { ...shielded(deps, COOKIE_PATH), maxAge: VISIT_HOURS * 3600 };
  setCookie(c, cookieOf(id), startVisit(deps.config, id, deps.now()), cookie);
  return c.redirect(`${COOKIE_PATH}/${id}`, 303);
}

async function showWorry(c: Ctx, deps: Deps): Promise<Response> {
  const { concern, row } = await visited(c, deps);
  c.header('cache-control', 'no-store');
  const comment = await findComment(deps.db.read, row.id, concern.response_id, concern.question);
  const view = {
    id: concern.id,
    raised: `${raisedWords(concern, deps.today())}.`,
    note: concern.note,
    seen: seenWords(concern, deps.today()),
    words: comment?.words ?? null,
    contact: contactOf(row),
    mayReturn: !isLinkOver(concern, deps.now()),
  };
  return leadPage(c, view, { title: `Please read: a worry about an answer to ‘${row.title}’`, area: 'plain' });
}

async function markSeen(c: Ctx, deps: Deps): Promise<Response> {
  const { concern } = await visited(c, deps);
  await seeConcern(deps, null, concern);
  return c.redirect(`${COOKIE_PATH}/${concern.id}`, 303);
}

type Worry = { concern: RaisedConcern; row: Consultation };

/** The worry that this browser opened by its link; otherwise there is no such page. */
async function visited(c: Ctx, deps: Deps): Promise<Worry> {
  const id = param(c, 'concern');
  if (!isVisit(deps.config, id, getCookie(c, cookieOf(id)) ?? '', deps.now())) throw notFound();
  return findWorry(deps, id);
}

async function findWorry({ db }: Deps, id: string): Promise<Worry> {
  const concern = found(await findConcernById(db.read, id));
  return { concern, row: found(await findConsultation(db.read, concern.consultation_id)) };
}

const contactOf = (row: Consultation): Contact => ({
  name: row.key_contact_name,
  phone: row.key_contact_phone,
  email: row.key_contact_email,
});

const showOver = (c: Ctx, row: Consultation): Promise<Response> =>
  overPage(
    c,
    { contact: contactOf(row) },
    { title: 'This link no longer opens the worry', area: 'plain', status: 410 },
  );
