import { hasClosed } from '../acknowledgements/closed-rules.ts';
import { deskHead, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne, type ConsultationFacts } from '../consultations/facts.ts';
import { findForTeam } from '../consultations/queries.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param } from '../web/site.ts';

const refusedPage = page<{ head: DeskHead; closesOn: string | null }>('outcomes/refused');

type Handler = (c: Ctx, facts: ConsultationFacts, who: Who) => Promise<Response>;

/** A page for the team of a consultation that has closed: nothing is decided while people still answer. */
export function afterClose(deps: Deps, handler: Handler) {
  return async (c: Ctx, who: Who): Promise<Response> => {
    const row = found(await findForTeam(deps.db.read, who, param(c, 'id')));
    const facts = await factsOfOne(deps.db.read, row);
    if (hasClosed(facts.dates, deps.now())) return handler(c, facts, who);
    const closesOn = facts.dates.publishedOn === null ? null : facts.dates.closesOn;
    const status = c.req.method === 'GET' ? 200 : 409;
    const view = { head: deskHead(facts, deps.today()), closesOn };
    return refusedPage(c, view, { title: `Not yet: outcomes, ${row.title}`, area: 'desk', status });
  };
}
