/** Names of answers in LimeSurvey's equations, and what they ask, as conditions of ours. */
import type { Condition } from '../surveys/conditions.ts';
import type { Expression, Method } from './expression-rules.ts';
import type { Reference } from './lss-made-rules.ts';

/** By every name that an equation may use for it. */
export type References = ReadonlyMap<string, Reference>;

/** A condition that says the same; null where ours can't say it. `true` and `false` for what always or never holds. */
export function conditionOf(expression: Expression, names: References): Condition | boolean | null {
  if ('always' in expression) return expression.always;
  if ('not' in expression) return negated(conditionOf(expression.not, names));
  if ('and' in expression) return gathered(expression.and, names, 'and');
  if ('or' in expression) return gathered(expression.or, names, 'or');
  if ('empty' in expression) return isEmpty(names.get(expression.empty));
  return compared(names.get(expression.name), expression.method, expression.value);
}

function negated(inner: Condition | boolean | null): Condition | boolean | null {
  if (inner === null || typeof inner === 'boolean') return inner === null ? null : !inner;
  return 'not' in inner ? inner.not : { not: inner };
}

function gathered(parts: readonly Expression[], names: References, how: 'and' | 'or'): Condition | boolean | null {
  const all = parts.map(part => conditionOf(part, names));
  if (all.includes(null)) return null;
  // One that never holds decides an 'and'; one that always does, an 'or'.
  const deciding = how === 'or';
  if (all.includes(deciding)) return deciding;
  const rest = all.filter(each => each !== !deciding) as Condition[];
  if (rest.length === 0) return !deciding;
  return rest.length === 1 ? (rest[0] as Condition) : how === 'and' ? { and: rest } : { or: rest };
}

function isEmpty(reference: Reference | undefined): Condition | null {
  if (!reference) return null;
  if (reference.kind === 'tick') return { not: { q: reference.q, anyOf: [reference.option] } };
  return { not: { q: reference.q, answered: true } };
}

function compared(reference: Reference | undefined, method: Method, value: string): Condition | null {
  if (!reference) return null;
  if (value.trim() === '') return isSame(isEmpty(reference), method);
  if (reference.kind === 'number') return numbers(reference.q, method, Number(value));
  if (reference.kind === 'tick')
    return value === 'Y' ? isSame({ q: reference.q, anyOf: [reference.option] }, method) : null;
  if (reference.kind !== 'choice' && reference.kind !== 'ticks') return null;
  const id = reference.codes.get(value) ?? reference.codes.get(value === 'other' ? '-oth-' : value);
  return id === undefined ? null : isSame({ q: reference.q, anyOf: [id] }, method);
}

function isSame(condition: Condition | null, method: Method): Condition | null {
  if (condition === null || method === '==') return condition;
  if (method !== '!=') return null;
  return 'not' in condition ? condition.not : { not: condition };
}

function numbers(q: string, method: Method, value: number): Condition | null {
  if (Number.isNaN(value)) return null;
  const [up, down] = [Math.ceil(value), Math.floor(value)];
  if (method === '>=') return { q, atLeast: up };
  if (method === '>') return { q, atLeast: down + 1 };
  if (method === '<=') return { q, atMost: down };
  if (method === '<') return { q, atMost: up - 1 };
  if (!Number.isInteger(value)) return null;
  return isSame(
    {
      and: [
        { q, atLeast: value },
        { q, atMost: value },
      ],
    },
    method,
  );
}
