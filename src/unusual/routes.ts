import { z } from 'zod';
import { answeredVersions, questionsOf } from '../analysis/comment-queries.ts';
import { listTallies } from '../analysis/tally-queries.ts';
import { baseOf } from '../analysis/team-pages.ts';
import { findConsultation, findForTeam, isOnTeam } from '../consultations/queries.ts';
import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import type { Consultation, Response as Row } from '../db/schema.ts';
import { hasAny, type Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { longText, oneOf } from '../web/fields.ts';
import { checkForm, firstValues, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import {
  answerView,
  standingRow,
  unusualRows,
  type AnswerView,
  type StandingRow,
  type UnusualRow,
} from './answer-view.ts';
import {
  countEach,
  peopleBothWays,
  questionsBothWays,
  type BothWays,
  type QuestionBothWays,
} from './both-ways-rules.ts';
import { countSigns, findAnswer, findSetAside, listSetAside, listUnusual } from './queries.ts';
import { confirm, end, propose } from './set-aside.ts';
import { signWords } from './sign-words.ts';
import { whyLabels, whys } from './why-rules.ts';

type ListView = {
  head: DeskHead;
  base: string;
  standing: StandingRow[];
  /** Null for an administrator outside the team, whom small numbers would tell what somebody answered. */
  picture: Whole | null;
};
type Whole = {
  people: BothWays;
  signs: { words: string; count: number }[];
  questions: QuestionBothWays[];
  answers: UnusualRow[];
  next: string | null;
  first: string | null;
};
type OneView = AnswerView & {
  head: DeskHead;
  here: string;
  values: Record<string, string>;
  mayConfirm: boolean;
  reasons: { value: string; label: string }[];
};

const listPage = page<ListView>('unusual/list');
const onePage = page<OneView>('unusual/answer');

const proposalForm = z.object({
  why: oneOf(whys, 'Choose why it should not count.'),
  note: longText('Say in a few words what you saw. Don’t repeat what the family wrote.', 500),
});
const endForm = z.object({ reason: longText('Say in a few words why it counts.', 500) });

/** Answers that look unusual: kept, counted both ways, and set aside only when two people say so. */
export function registerUnusualRoutes(site: Site, deps: Deps): void {
  const staff = ['officer', 'administrator'] as const;
  const path = '/desk/consultations/:id/unusual';
  const one = `${path}/:response`;
  site.get(staff, path, async (c, who) => showList(c, deps, who, await mayRead(c, deps, who)));
  site.get(staff, one, async (c, who) => {
    const row = await mayRead(c, deps, who);
    return showOne(c, deps, who, row, await answerAt(c, deps, who, row));
  });
  site.post(staff, `${one}/proposal`, (c, who) => ask(c, deps, who));
  site.post(staff, `${one}/confirmation`, async (c, who) => {
    const row = await mayRead(c, deps, who);
    await confirm(deps, who, { consultationId: row.id, responseId: param(c, 'response') });
    return c.redirect(`${baseOf(row)}/unusual`, 303);
  });
  site.post(staff, `${one}/return`, (c, who) => countAgain(c, deps, who));
}

async function mayRead(c: Ctx, deps: Deps, who: Who): Promise<Consultation> {
  const id = param(c, 'id');
  const administrator = hasAny(who, ['administrator']);
  return found(await (administrator ? findConsultation(deps.db.read, id) : findForTeam(deps.db.read, who, id)));
}

/** Any answer for the team; for an administrator outside it only one that somebody asked to set aside. */
async function answerAt(c: Ctx, { db }: Deps, who: Who, row: Consultation): Promise<Row> {
  const response = found(await findAnswer(db.read, row.id, param(c, 'response')));
  if (!(await isOnTeam(db.read, who.id, row.id))) found(await findSetAside(db.read, response.id));
  return response;
}

const headOf = async (deps: Deps, who: Who, row: Consultation): Promise<DeskHead> =>
  headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today());

async function showList(c: Ctx, deps: Deps, who: Who, row: Consultation): Promise<Response> {
  const [head, standing] = [await headOf(deps, who, row), await listSetAside(deps.db.read, row.id)];
  const view = {
    head,
    base: `${baseOf(row)}/unusual`,
    standing: standing.map(each => standingRow(each, deps)),
    picture: head.onTeam ? await wholeOf(deps, row, c.req.query('after') ?? '', standing) : null,
  };
  return listPage(c, view, { title: `Unusual answers: ${row.title}`, area: 'desk' });
}

type Standing = Awaited<ReturnType<typeof listSetAside>>;

async function wholeOf(deps: Deps, row: Consultation, after: string, standing: Standing): Promise<Whole> {
  const db = deps.db.read;
  const [versions, tallies, counted, { shown, next }] = await Promise.all([
    answeredVersions(db, row.id),
    listTallies(db, row.id, ['all', 'flagged']),
    countSigns(db, row.id),
    listUnusual(db, row.id, after),
  ]);
  const people = peopleBothWays(tallies);
  return {
    people,
    signs: countEach(counted).map(({ sign, count }) => ({ words: signWords[sign], count })),
    questions: people.unusual > 0 ? questionsBothWays(questionsOf(versions), tallies, deps.say) : [],
    answers: unusualRows(shown, standing, deps),
    next: next && `${baseOf(row)}/unusual?after=${next}`,
    first: after ? `${baseOf(row)}/unusual` : null,
  };
}

async function showOne(c: Ctx, deps: Deps, who: Who, row: Consultation, response: Row, errors: FieldErrors = {}) {
  const asked = await findSetAside(deps.db.read, response.id);
  const typed = c.get('typed');
  const view = {
    ...(await answerView(deps, response, asked)),
    head: await headOf(deps, who, row),
    here: `${baseOf(row)}/unusual/${response.id}`,
    values: typed ? firstValues(typed) : {},
    mayConfirm: asked !== undefined && asked.confirmed_at === null && asked.proposed_by !== who.id,
    reasons: whys.map(why => ({ value: why, label: whyLabels[why] })),
  };
  return onePage(c, view, { title: `${view.heading}: ${row.title}`, area: 'desk', errors });
}

async function ask(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
  const response = await answerAt(c, deps, who, row);
  const form = checkForm(proposalForm, await readForm(c));
  if (!form.ok) return showOne(c, deps, who, row, response, form.errors);
  await propose(deps, who, { consultationId: row.id, responseId: response.id }, form.value);
  return c.redirect(`${baseOf(row)}/unusual/${response.id}`, 303);
}

async function countAgain(c: Ctx, deps: Deps, who: Who): Promise<Response> {
  const row = await mayRead(c, deps, who);
  const response = await answerAt(c, deps, who, row);
  const form = checkForm(endForm, await readForm(c));
  if (!form.ok) return showOne(c, deps, who, row, response, form.errors);
  await end(deps, who, { consultationId: row.id, responseId: response.id }, form.value.reason);
  return c.redirect(`${baseOf(row)}/unusual`, 303);
}
