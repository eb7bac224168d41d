import { act } from '../audit/act.ts';
import type { Who } from '../people/roles.ts';
import type { Deps } from '../web/deps.ts';
import { markConcernSeen, type RaisedConcern } from './concern-queries.ts';

const LEAD = 'the safeguarding lead';

/** The lead opened a worry by the private link. */
export function noteOpened(deps: Deps, { id }: RaisedConcern): Promise<void> {
  return act(deps.db.write, doing(deps, null, 'open concern by link', id), async () => {});
}

/** Says that somebody saw a worry: an administrator, or (null) the lead by the private link. The first one stands. */
export async function seeConcern(deps: Deps, who: Who | null, { id, seen_at }: RaisedConcern): Promise<void> {
  if (seen_at) return;
  const seen = { now: deps.now().toString({ smallestUnit: 'millisecond' }), by: who?.name ?? LEAD };
  await act(deps.db.write, doing(deps, who, 'see concern', id), tx => markConcernSeen(tx, id, seen));
}

const doing = (deps: Deps, person: Who | null, verb: string, id: string) => ({
  person,
  act: verb,
  subject: { kind: 'concern', id },
  detail: person ? {} : { by: LEAD },
  now: deps.now(),
});
