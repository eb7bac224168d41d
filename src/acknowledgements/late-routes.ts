import { z } from 'zod';
import { act } from '../audit/act.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { addLateReason, findForTeam } from '../consultations/queries.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { required } from '../web/fields.ts';
import { checkForm, one, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { isUnexplained, latePromises, type LatePromise } from './late-rules.ts';

type LateView = { head: DeskHead; promise: LatePromise; reason: string };

const latePage = page<LateView>('acknowledgements/late');

const PATH = '/desk/consultations/:id/late/:promise';
const STAFF = ['officer', 'administrator'] as const;
const lateForm = z.object({ reason: required('Say why it is late. Families read it.', 400) });

/** Saying why a promise is late while it still is: the reason stands on the promise line at once (W15). */
export function registerLateReasonRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const { view, isOwed } = await load(c, deps, who);
    return isOwed ? showForm(c, view) : leave(c, view);
  });
  site.post(STAFF, PATH, async (c, who) => {
    const { view, isOwed } = await load(c, deps, who);
    if (!isOwed) return leave(c, view);
    const typed = await readForm(c);
    const checked = checkForm(lateForm, typed);
    if (!checked.ok) return showForm(c, { ...view, reason: one(typed, 'reason') }, checked.errors);
    await giveReason(deps, who, view, checked.value.reason);
    return leave(c, view);
  });
}

/** Where the promise itself is kept. */
function leave(c: Ctx, { head, promise }: LateView): Response {
  return c.redirect(`/desk/consultations/${head.id}/${promise === 'outcome' ? 'outcomes' : promise}`, 303);
}

/** `isOwed`: the promise is overdue and nobody has said why. */
async function load(c: Ctx, deps: Deps, who: Who): Promise<{ view: LateView; isOwed: boolean }> {
  const promise = found(latePromises.find(each => each === param(c, 'promise')));
  const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
  const facts = await factsOfOne(deps.db.read, row);
  const given = { today: deps.today(), ...(await deps.partnership()) };
  const view = { head: deskHead(facts, given.today), promise, reason: '' };
  return { view, isOwed: isUnexplained(facts.dates, promise, given) };
}

function showForm(c: Ctx, view: LateView, errors: FieldErrors = {}): Promise<Response> {
  return latePage(c, view, { title: `Say why it is late: ${view.head.title}`, area: 'desk', errors });
}

function giveReason(deps: Deps, who: Who, { head, promise }: LateView, reason: string): Promise<void> {
  const now = deps.now();
  const doing = { person: who, act: 'give late reason', subject: { kind: 'consultation', id: head.id }, now };
  const given = { reason, given_at: now.toString({ smallestUnit: 'millisecond' }), given_by: who.id };
  return act(deps.db.write, doing, tx => addLateReason(tx, { consultation_id: head.id, promise, ...given }));
}
