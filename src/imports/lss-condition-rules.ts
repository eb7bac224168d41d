/** When a question of LimeSurvey is shown: by an equation, or by its older conditions, a row for each value. */
import type { Condition } from '../surveys/conditions.ts';
import { parseExpression, type Expression, type Method } from './expression-rules.ts';
import type { Lost } from './import-rules.ts';
import { isEquation } from './lss-extras-rules.ts';
import type { LssCondition } from './lss-survey-rules.ts';
import { conditionOf, type References } from './reference-rules.ts';

type Asked = { relevance: string; conditions: readonly LssCondition[] };

/** `when` is null for always and false for never. What can't be said here is lost, and it is asked of everybody. */
export function whenShown(asked: Asked, names: References): { when: Condition | null | false; lost: Lost[] } {
  const expression = expressionFor(asked);
  const condition = expression && conditionOf(expression, names);
  if (expression !== null && condition !== null && fits(condition))
    return { when: condition === true ? null : condition, lost: [] };
  return { when: null, lost: hasAny(asked) ? [lostOf(asked)] : [] };
}

const hasAny = ({ relevance, conditions }: Asked): boolean => isEquation(relevance) || conditions.length > 0;

function expressionFor({ relevance, conditions }: Asked): Expression | null {
  const own = isEquation(relevance) ? parseExpression(relevance) : null;
  return own ?? (conditions.length > 0 ? expressionOf(conditions) : null);
}

const lostOf = ({ relevance, conditions }: Asked): Lost => ({
  what: `when it is shown (it is asked of everybody): ${isEquation(relevance) ? relevance.trim() : 'its conditions'}`,
  todo: 'Write a rule that leads past it, or say in its words whom it is for.',
  counts: { conditions: conditions.length + (isEquation(relevance) ? 1 : 0) },
});

// A definition takes eight levels; a group's condition, 'not' and 'and' may still come around it.
const DEEPEST = 5;
const MOST = 60;

function fits(condition: Condition | boolean, levels = DEEPEST): boolean {
  if (typeof condition === 'boolean' || 'q' in condition) return true;
  const inner = 'not' in condition ? [condition.not] : 'and' in condition ? condition.and : condition.or;
  return levels > 0 && inner.length <= MOST && inner.every(each => fits(each, levels - 1));
}

/** Those of one scenario hold together, each of them for one of the values that it names; one scenario is enough. */
function expressionOf(conditions: readonly LssCondition[]): Expression | null {
  const scenarios = [...Map.groupBy(conditions, each => each.scenario).values()].map(scenarioOf);
  return scenarios.includes(null) ? null : { or: scenarios as Expression[] };
}

function scenarioOf(conditions: readonly LssCondition[]): Expression | null {
  const byQuestion = [...Map.groupBy(conditions, each => each.qid).values()];
  const parts = byQuestion.map(list => list.map(comparisonOf));
  if (parts.flat().includes(null)) return null;
  return { and: (parts as Expression[][]).map(list => ({ or: list })) };
}

const METHODS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];

/** Null where a value is another answer, or something that is worked out. */
function comparisonOf({ field, method, value }: LssCondition): Expression | null {
  if (!METHODS.includes(method) || /[@{}]/.test(value)) return null;
  return { name: field.replace(/^\+/, ''), method: method as Method, value };
}
