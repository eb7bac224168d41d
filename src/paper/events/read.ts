import { publishedVersion } from '../../consultations/queries.ts';
import type { Db } from '../../db/dialect.ts';
import { readDefinition, type Translate } from '../../surveys/definition.ts';
import { asked } from '../../surveys/pages.ts';
import { countable, figuresOf, safeCounts, type EventFigure } from './count-rules.ts';
import { listEventCounts, listEvents } from './queries.ts';

/** Counts from events by question: all of them for the team, what is safe to show for everybody else. */
export async function eventFigures(
  db: Db,
  consultationId: string,
  { t, isTeam }: { t: Translate; isTeam: boolean },
): Promise<EventFigure[]> {
  const [events, version] = await Promise.all([listEvents(db, consultationId), publishedVersion(db, consultationId)]);
  if (events.length === 0 || !version) return [];
  const ids = events.map(event => event.id);
  const counts = await listEventCounts(db, ids);
  const offered = countable(asked(readDefinition(version.definition)), t);
  return figuresOf(offered, isTeam ? counts : safeCounts(offered, counts));
}
