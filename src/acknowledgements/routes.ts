import { z } from 'zod';
import { londonDay } from '../calendar/london.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne, type ConsultationFacts } from '../consultations/facts.ts';
import { findForOfficer, findForTeam, isOnTeam } from '../consultations/queries.ts';
import type { Acknowledgement } from '../db/schema.ts';
import { findPerson } from '../people/queries.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { forbidden, found } from '../web/errors.ts';
import { longText, optional } from '../web/fields.ts';
import { checkForm, firstValues, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { acknowledge } from './acknowledge.ts';
import { hasClosed } from './closed-rules.ts';
import { showContactList } from './contact-list.ts';
import { acknowledgementDue, type Due } from './due-rules.ts';
import { offeredWords, paragraphsOf } from './letter.ts';
import { findAcknowledgement } from './queries.ts';
import { countWays, type WayCounts } from './recipient-rules.ts';

type Heading = { head: DeskHead };
type SendView = Heading & {
  due: Due;
  counts: WayCounts;
  mayAct: boolean;
  reason: string | null;
  values: Record<string, string>;
};
type DoneView = Heading & {
  due: Due;
  reason: string | null;
  done: Acknowledgement;
  paragraphs: string[];
  on: string;
  time: string;
  by: string;
};
type RefusedView = Heading & { closesOn: string | null };

const sendPage = page<SendView>('acknowledgements/send');
const donePage = page<DoneView>('acknowledgements/done');
const refusedPage = page<RefusedView>('acknowledgements/refused');

const PATH = '/desk/consultations/:id/acknowledgement';
const STAFF = ['officer', 'administrator'] as const;

const reply = z.object({ words: longText('Write what everybody should read.', 3000), reason: optional(400) });

/** Acknowledging everybody in one action after the close, its proof, and the list for paper and phone (W13). */
export function registerAcknowledgementRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const facts = await load(c, deps, who);
    return isClosed(facts, deps) ? showPage(c, deps, who, facts) : refuse(c, deps, facts, 200);
  });

  site.post(STAFF, PATH, async (c, who) => {
    const facts = await load(c, deps, who);
    if (!(await isOnTeam(deps.db.read, who.id, facts.row.id))) throw forbidden();
    if (!isClosed(facts, deps)) return refuse(c, deps, facts, 409);
    const checked = checkForm(reply, await readForm(c));
    const late = (await dueOf(facts, deps)).daysLate > 0;
    const values = checked.ok ? checked.value : null;
    const errors: FieldErrors = checked.ok ? {} : checked.errors;
    if (late && values?.reason === '' && facts.dates.acknowledgementLateReason === null)
      errors.reason = 'Say why the reply is late. Families read it.';
    if (!values || Object.keys(errors).length > 0) return showPage(c, deps, who, facts, errors);
    await acknowledge(deps, who, facts.row, { words: values.words, reason: late ? values.reason : '' });
    return c.redirect(`/desk/consultations/${facts.row.id}/acknowledgement`, 303);
  });

  site.get(STAFF, `${PATH}/list`, async (c, who) => {
    const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
    const facts = await factsOfOne(deps.db.read, row);
    if (!isClosed(facts, deps)) return refuse(c, deps, facts, 200);
    const done = await findAcknowledgement(deps.db.read, row.id);
    const parts = paragraphsOf(done?.words ?? (await offered(facts, deps))).map(paragraph => ({ paragraph }));
    const back = { path: '/acknowledgement', words: 'Reply to everybody' };
    return showContactList(c, deps, who, facts, { heading: 'Post and phone', back, parts });
  });
}

async function load(c: Ctx, deps: Deps, who: Who): Promise<ConsultationFacts> {
  return factsOfOne(deps.db.read, found(await findForOfficer(deps.db.read, who, param(c, 'id'))));
}

const isClosed = ({ dates }: ConsultationFacts, deps: Deps): boolean => hasClosed(dates, deps.now());

function refuse(c: Ctx, deps: Deps, facts: ConsultationFacts, status: 200 | 409): Promise<Response> {
  const { row, dates } = facts;
  const closesOn = dates.publishedOn === null ? null : dates.closesOn;
  const view = { head: deskHead(facts, deps.today()), closesOn };
  return refusedPage(c, view, { title: `Not yet: reply to everybody, ${row.title}`, area: 'desk', status });
}

async function dueOf({ dates }: ConsultationFacts, deps: Deps): Promise<Due> {
  const { calendar, charter } = await deps.partnership();
  const given = { calendar, days: charter.clocks.acknowledgementWorkingDays };
  return acknowledgementDue(dates.closesOn, dates.acknowledgedOn, deps.today(), given);
}

const offered = async (facts: ConsultationFacts, deps: Deps): Promise<string> =>
  offeredWords(facts.row, deps.today(), (await dueOf(facts, deps)).daysLate > 0, deps.say);

async function showPage(
  c: Ctx,
  deps: Deps,
  who: Who,
  facts: ConsultationFacts,
  errors: FieldErrors = {},
): Promise<Response> {
  const { row, dates } = facts;
  const due = await dueOf(facts, deps);
  const done = await findAcknowledgement(deps.db.read, row.id);
  const common = { head: deskHead(facts, deps.today()), due, reason: dates.acknowledgementLateReason };
  if (done) {
    const by = (await findPerson(deps.db.read, done.acknowledged_by))?.name ?? '';
    const at = done.acknowledged_at;
    const view = { ...common, done, paragraphs: paragraphsOf(done.words), by, on: londonDay(at), time: timeOf(at) };
    return donePage(c, view, { title: `Our reply was sent: ${row.title}`, area: 'desk' });
  }
  const typed = c.get('typed');
  const view = {
    ...common,
    counts: countWays(await listContacts(deps.db.read, row.id)),
    mayAct: await isOnTeam(deps.db.read, who.id, row.id),
    values: typed ? firstValues(typed) : { words: await offered(facts, deps), reason: common.reason ?? '' },
  };
  return sendPage(c, view, { title: `Reply to everybody: ${row.title}`, area: 'desk', errors });
}

/** The time of day in London, as `14:05`. */
const timeOf = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' });
