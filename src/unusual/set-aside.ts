import { readVersion } from '../analysis/recount.ts';
import { addToTallies } from '../analysis/tally-queries.ts';
import { act, type Doing } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Response } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { countedAs, tallyRows } from '../responses/settle-rules.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, forbidden, found } from '../web/errors.ts';
import { addSetAside, changeSetAside, findSetAside, lockAnswer, markSetAside, type Standing } from './queries.ts';

/** An answer of a consultation. */
export type Answer = { consultationId: string; responseId: string };

/** Asks for an answer to be set aside. Nothing changes until somebody else agrees. */
export function propose(deps: Deps, who: Who, answer: Answer, given: { why: string; note: string }): Promise<void> {
  const { consultationId: consultation_id, responseId: response_id } = answer;
  return act(deps.db.write, doing(deps, who, 'ask to set an answer aside', answer, { why: given.why }), async tx => {
    found(await lockAnswer(tx, consultation_id, response_id));
    if (await findSetAside(tx, response_id)) throw conflict();
    const asked = { ...given, proposed_at: instant(deps), proposed_by: who.id };
    const open = { confirmed_at: null, confirmed_by: null, ended_at: null, ended_by: null, ended_why: null };
    await addSetAside(tx, { id: randomId(), consultation_id, response_id, ...asked, ...open });
  });
}

/** The second person agrees: the answer leaves the counts in the same transaction. */
export function confirm(deps: Deps, who: Who, answer: Answer): Promise<void> {
  return act(deps.db.write, doing(deps, who, 'set an answer aside', answer), async tx => {
    const { response, asked } = await standing(tx, answer);
    if (asked.confirmed_at !== null) throw conflict();
    if (asked.proposed_by === who.id) throw forbidden();
    await changeSetAside(tx, asked.id, { confirmed_at: instant(deps), confirmed_by: who.id });
    await markSetAside(tx, response.id, deps.today());
    await count(tx, response, -1);
  });
}

/**
 * Counts it: says no to what was asked, or takes back what two people agreed on. One person is enough for that, since
 * every answer counts unless two people say otherwise.
 */
export function end(deps: Deps, who: Who, answer: Answer, why: string): Promise<void> {
  return act(deps.db.write, doing(deps, who, 'keep an answer in the counts', answer), async tx => {
    const { response, asked } = await standing(tx, answer);
    await changeSetAside(tx, asked.id, { ended_at: instant(deps), ended_by: who.id, ended_why: why });
    if (response.set_aside_on === null) return;
    await markSetAside(tx, response.id, null);
    await count(tx, { ...response, set_aside_on: null }, 1);
  });
}

async function standing(tx: Db, answer: Answer): Promise<{ response: Response; asked: Standing }> {
  const response = found(await lockAnswer(tx, answer.consultationId, answer.responseId));
  const asked = await findSetAside(tx, response.id);
  if (!asked) throw conflict();
  return { response, asked };
}

async function count(tx: Db, response: Response, sign: 1 | -1): Promise<void> {
  const deltas = countedAs(response, await readVersion(tx, response.version_id), sign);
  await addToTallies(tx, tallyRows(response.consultation_id, deltas));
}

const doing = (
  deps: Deps,
  who: Who,
  what: string,
  { consultationId, responseId }: Answer,
  detail: Doing['detail'] = {},
): Doing => ({
  person: who,
  act: what,
  subject: { kind: 'consultation', id: consultationId },
  detail: { response: responseId, ...detail },
  now: deps.now(),
});

const instant = (deps: Deps) => deps.now().toString({ smallestUnit: 'millisecond' });
