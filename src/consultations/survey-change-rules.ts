import { compare, everyQuestion, type Difference } from '../surveys/compare.ts';
import type { Definition } from '../surveys/definition.ts';
import { numbersIn } from '../surveys/number-rules.ts';

/** One thing that a new version of the questions changed, as the public reads it. `asks` are questions, as they are worded. */
export type SurveyChange =
  | { key: 'clearer' | 'answers'; numbers: number[] }
  | { key: 'added' | 'removed'; asks: string[] }
  | { key: 'order' | 'routes' | 'editions' | 'about' | 'small' };

/** What changed between two published versions, in public. Numbers are those that families now see. */
export function surveyChanges(before: Definition, after: Definition): SurveyChange[] {
  const differences = compare(before, after);
  const main = new Set([...before.questions, ...after.questions].map(each => each.id));
  const ofMain = differences.filter(({ id }) => id === null || main.has(id));
  const idsOf = (...whats: Difference['what'][]) =>
    ofMain.flatMap(({ what, id }) => (id && whats.includes(what) ? [id] : []));
  const numbers = (...whats: Difference['what'][]) => firstNumbers(after, idsOf(...whats));
  const changes: SurveyChange[] = [
    { key: 'clearer', numbers: numbers('reworded', 'option-reworded') },
    { key: 'answers', numbers: numbers('option-added', 'option-removed') },
    { key: 'added', asks: asksOf(after, idsOf('added')) },
    { key: 'removed', asks: asksOf(before, idsOf('removed')) },
    ...has(ofMain, 'order', 'order'),
    ...has(ofMain, 'rules', 'routes'),
    ...has(ofMain, 'editions', 'editions'),
    ...(differences.length > ofMain.length ? [{ key: 'about' as const }] : has(ofMain, 'about', 'about')),
  ];
  const said = changes.filter(
    each => !('numbers' in each && each.numbers.length === 0) && !('asks' in each && each.asks.length === 0),
  );
  return said.length > 0 ? said : [{ key: 'small' }];
}

const has = (
  differences: readonly Difference[],
  what: Difference['what'],
  key: 'order' | 'routes' | 'editions' | 'about',
): SurveyChange[] => (differences.some(each => each.what === what) ? [{ key }] : []);

const asksOf = (definition: Definition, ids: readonly string[]): string[] =>
  everyQuestion(definition)
    .filter(each => ids.includes(each.id) && each.kind !== 'information')
    .map(each => each.ask);

/** A question that is asked on several pages goes by the first of them. */
const firstNumbers = (definition: Definition, ids: readonly string[]): number[] =>
  [...new Set(ids)].flatMap(id => numbersIn(definition, id).slice(0, 1)).sort((one, other) => one - other);
