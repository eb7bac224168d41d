/** What routing asks of earlier answers. A question that was not asked, or was skipped, meets no comparison. */
import * as z from 'zod';

export type Condition =
  | { q: string; answered: true }
  | { q: string; anyOf: string[] }
  | { q: string; allOf: string[] }
  | { q: string; atLeast: number }
  | { q: string; atMost: number }
  | { q: string; onOrAfter: string }
  | { q: string; onOrBefore: string }
  | { not: Condition }
  | { and: Condition[] }
  | { or: Condition[] };

/** A condition about one question. */
export type Comparison = Extract<Condition, { q: string }>;

/** The first rule of a page whose condition holds says which page comes next; without one it is the next in order. */
export type Rule = { when: Condition; to: string };

/** Where a rule leads to leave the questions. */
export const END = 'end';

/** As deep as a condition may be nested. */
const DEEPEST = 8;

const FORMS =
  'write a condition as { q, anyOf }, { q, allOf }, { q, atLeast }, { q, atMost }, { q, onOrAfter }, { q, onOrBefore }, { q, answered: true }, { not }, { and } or { or }';

const q = z.string();
const ids = z.array(z.string()).min(1).max(60);
const day = z.iso.date();

const conditionTo = (depth: number): z.ZodType<Condition> => {
  const comparisons = [
    z.strictObject({ q, answered: z.literal(true) }),
    z.strictObject({ q, anyOf: ids }),
    z.strictObject({ q, allOf: ids }),
    z.strictObject({ q, atLeast: z.int() }),
    z.strictObject({ q, atMost: z.int() }),
    z.strictObject({ q, onOrAfter: day }),
    z.strictObject({ q, onOrBefore: day }),
  ] as const;
  if (depth === 0) return z.union(comparisons, FORMS);
  const inner = conditionTo(depth - 1);
  const list = z.array(inner).min(1).max(60);
  const groups = [z.strictObject({ not: inner }), z.strictObject({ and: list }), z.strictObject({ or: list })] as const;
  return z.union([...comparisons, ...groups], FORMS);
};

export const rules = z
  .array(
    z.strictObject(
      { when: conditionTo(DEEPEST), to: z.string("say where it leads: a question's id, or 'end'") },
      'give a rule as { when, to }',
    ),
    'give a list of rules',
  )
  .max(60, 'give a question no more than 60 rules');

type Given = string | string[] | number | null | undefined;

/** Whether a condition holds for these answers, by question. */
export function holds(condition: Condition, answers: Readonly<Record<string, Given>>): boolean {
  if ('not' in condition) return !holds(condition.not, answers);
  if ('and' in condition) return condition.and.every(each => holds(each, answers));
  if ('or' in condition) return condition.or.some(each => holds(each, answers));
  const answer = Object.hasOwn(answers, condition.q) ? answers[condition.q] : null;
  return answer !== null && answer !== undefined && compares(condition, answer);
}

function compares(comparison: Comparison, answer: NonNullable<Given>): boolean {
  if ('answered' in comparison) return true;
  if ('atLeast' in comparison) return typeof answer === 'number' && answer >= comparison.atLeast;
  if ('atMost' in comparison) return typeof answer === 'number' && answer <= comparison.atMost;
  if ('onOrAfter' in comparison)
    return typeof answer === 'string' && answer >= toLengthOf(answer, comparison.onOrAfter);
  if ('onOrBefore' in comparison)
    return typeof answer === 'string' && answer <= toLengthOf(answer, comparison.onOrBefore);
  const chosen = Array.isArray(answer) ? answer : [answer];
  if ('anyOf' in comparison) return comparison.anyOf.some(id => chosen.includes(id));
  return comparison.allOf.every(id => chosen.includes(id));
}

/** Where only the month was asked for ('2026-03'), it is compared with the month of the day. */
const toLengthOf = (answer: string, day: string): string => day.slice(0, answer.length);

/** Every comparison in a condition, however deep it stands. */
export function comparisonsIn(condition: Condition): Comparison[] {
  if ('not' in condition) return comparisonsIn(condition.not);
  if ('and' in condition) return condition.and.flatMap(comparisonsIn);
  if ('or' in condition) return condition.or.flatMap(comparisonsIn);
  return [condition];
}

/** The condition with each of its comparisons changed. */
export function mapComparisons(condition: Condition, change: (each: Comparison) => Comparison): Condition {
  if ('not' in condition) return { not: mapComparisons(condition.not, change) };
  if ('and' in condition) return { and: condition.and.map(each => mapComparisons(each, change)) };
  if ('or' in condition) return { or: condition.or.map(each => mapComparisons(each, change)) };
  return change(condition);
}
