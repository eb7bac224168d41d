import type { Deps } from '../web/deps.ts';
import { deleteDraftsClosedBefore } from './queries.ts';

/** How long answers that were never sent can still be copied after the close. */
export const daysToCopy = 7;

/** Deletes answers that were never sent, a week after the close. */
export async function forgetDrafts(deps: Pick<Deps, 'db' | 'today'>): Promise<void> {
  const day = Temporal.PlainDate.from(deps.today()).subtract({ days: daysToCopy }).toString();
  await deleteDraftsClosedBefore(deps.db.write, day);
}
