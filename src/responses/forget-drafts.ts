import { HOURS_TO_COPY } from '../calendar/closing.ts';
import { londonDay } from '../calendar/london.ts';
import type { Deps } from '../web/deps.ts';
import { deleteDraftsClosedBefore, deleteDraftsToForget } from './queries.ts';

/** Deletes answers that were never sent: a day after the close, and those of shared devices soon. */
export async function forgetDrafts({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  await deleteDraftsClosedBefore(db.write, londonDay(now().subtract({ hours: HOURS_TO_COPY })));
  await deleteDraftsToForget(db.write, now().toString({ smallestUnit: 'millisecond' }));
}
