import { z } from 'zod';
import { showContactList } from '../acknowledgements/contact-list.ts';
import { countWays, type WayCounts } from '../acknowledgements/recipient-rules.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import type { Consultation, DateChange } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { listContacts } from '../responses/news/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found } from '../web/errors.ts';
import { day, required } from '../web/fields.ts';
import { checkForm, firstValues, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { factsOfOne, type ConsultationFacts } from './facts.ts';
import { todayOf } from './lists.ts';
import { moveDate, MovedAlready, movedFacts } from './move-date.ts';
import { isPromised, movable, wrongMove, type MoveGiven, type PromisedDate } from './move-rules.ts';
import { movedLines } from './moved-letter.ts';
import { findForOfficer, findForTeam, listDateChanges } from './queries.ts';

type DatesView = {
  head: DeskHead;
  stations: LineStation[];
  which: { value: PromisedDate; label: string; hint: string }[];
  values: Record<string, string>;
  changes: { which: string; was: string; now: string; reason: string }[];
  /** How many asked for news, and so hear of a move. */
  counts: WayCounts;
};

const datesPage = page<DatesView>('consultations/dates');

const PATH = '/desk/consultations/:id/dates';
const STAFF = ['officer', 'administrator'] as const;
const names: Record<PromisedDate, string> = {
  opens_on: 'The day it opens',
  closes_on: 'The day it closes',
  outcome_on: 'The day by which you say what was decided',
};

const moveForm = z.object({
  which: z.string().refine(isPromised, 'Choose which date.'),
  to: day('Enter the new day.'),
  reason: required('Say why. The public reads it.', 300),
});

/** Moving a promised date: only with a reason, which the public page announces (W12, W15). */
export function registerDatesRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    return show(c, deps, who, await promisedFacts(deps, row));
  });

  site.post(STAFF, PATH, async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    const facts = await promisedFacts(deps, row);
    const typed = await readForm(c);
    const checked = checkForm(moveForm, typed);
    if (!checked.ok) return show(c, deps, who, facts, firstValues(typed), checked.errors);
    const { which, to, reason } = checked.value;
    const wrong = wrongWith(facts, which, to, await todayOf(deps));
    if (wrong) return show(c, deps, who, facts, firstValues(typed), wrong);
    const move = { which, was: row[which] ?? '', to, reason };
    await moveDate(deps, who, row.id, move).catch((error: unknown) => {
      throw error instanceof MovedAlready ? conflict() : error;
    });
    return c.redirect(`/desk/consultations/${row.id}/dates`, 303);
  });

  site.get(STAFF, `${PATH}/list`, async (c, who) => {
    const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
    const facts = await promisedFacts(deps, row);
    const move = latestMove(await listDateChanges(deps.db.read, row.id));
    if (!move) return c.redirect(`/desk/consultations/${row.id}/dates`, 303);
    const parts = movedLines(await movedFacts(deps.db.read, deps, row, move), deps.say);
    const back = { path: '/dates', words: 'Dates' };
    return showContactList(c, deps, who, facts, { heading: 'Post and phone', back, parts });
  });
}

function latestMove(changes: readonly DateChange[]) {
  const last = changes.at(-1);
  return last && isPromised(last.which) ? { ...last, which: last.which } : null;
}

// Before it is published nothing is promised: the plan's own form has the dates.
async function promisedFacts(deps: Deps, row: Consultation): Promise<ConsultationFacts> {
  const facts = await factsOfOne(deps.db.read, row);
  return found(facts.dates.publishedOn === null ? null : facts);
}

function wrongWith(
  { row, dates }: ConsultationFacts,
  which: PromisedDate,
  to: string,
  given: MoveGiven,
): FieldErrors | null {
  if (!movable(row, dates.outcomePublishedOn !== null, given.today).includes(which)) {
    return { which: 'This day is past, so it cannot be moved any more.' };
  }
  const wrong = wrongMove(row, which, to, given);
  return wrong === null ? null : { to: wrong };
}

async function show(
  c: Ctx,
  deps: Deps,
  who: Who,
  facts: ConsultationFacts,
  values: Record<string, string> = {},
  errors: FieldErrors = {},
): Promise<Response> {
  const { row, dates } = facts;
  const given = await todayOf(deps);
  const may = movable(row, dates.outcomePublishedOn !== null, given.today);
  const view = {
    head: await headFor(deps.db.read, who, facts, given.today),
    stations: lineInWords(dates, given, deps.say),
    which: may.map(value => ({ value, label: names[value], hint: row[value] ?? '' })),
    values,
    changes: (await listDateChanges(deps.db.read, row.id)).map(each => ({
      ...each,
      which: isPromised(each.which) ? names[each.which] : each.which,
    })),
    counts: countWays(await listContacts(deps.db.read, row.id)),
  };
  return datesPage(c, view, { title: `Dates: ${row.title}`, area: 'desk', errors });
}
