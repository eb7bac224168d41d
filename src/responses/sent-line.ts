import { lineInWords, type LineStation } from '../charters/line.ts';
import type { Deps } from '../web/deps.ts';
import type { Say } from '../words/catalogue.ts';
import type { Edition } from '../words/editions.ts';
import type { LiveSurvey } from './surveys.ts';

const lines = new WeakMap<LiveSurvey, Map<Edition, { today: string; stations: LineStation[] }>>();

/** Working days take a while to count and everybody who sends sees this page, so a line is kept for the day. */
export async function stationsOf(survey: LiveSurvey, deps: Deps, say: Say): Promise<LineStation[]> {
  const today = deps.today();
  const mine = lines.get(survey) ?? new Map<Edition, { today: string; stations: LineStation[] }>();
  const kept = mine.get(say.edition);
  if (kept?.today === today) return kept.stations;
  const { charter, calendar } = await deps.partnership();
  const days = charter.clocks.acknowledgementWorkingDays;
  const stations = lineInWords(survey.dates, { today, calendar, days }, say);
  lines.set(survey, mine.set(say.edition, { today, stations }));
  return stations;
}
