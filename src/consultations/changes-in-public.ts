import type { Say } from '../words/catalogue.ts';
import type { SurveyChange } from './survey-change-rules.ts';

const MOST_NAMED = 3;

/** What a new version of the questions changed, as the consultation's page says it. */
export function changesInPublic(changes: readonly SurveyChange[], say: Say): string {
  const list = new Intl.ListFormat(say.language, { type: 'conjunction' });
  const sentences = changes.flatMap(change => {
    const key = `consultations.survey-changed.${change.key}`;
    if ('numbers' in change)
      return say(key, { n: change.numbers.length, list: list.format(change.numbers.map(String)) });
    if (!('asks' in change)) return say(key);
    if (change.asks.length > MOST_NAMED) return say(`${key}-many`, { n: change.asks.length });
    return change.asks.map(ask => say(key, { ask: say.written(ask) }));
  });
  return sentences.map(what => say('consultations.event.plain', { what })).join(' ');
}
