/** A rule that is there already, as the fields of its form hold it. */
import { END, mapComparisons, type Comparison, type Condition, type Rule } from './conditions.ts';
import type { Definition } from './definition.ts';
import { decidingOf, placesFrom, readRule, type Deciding } from './rule-form-rules.ts';

type Fields = Record<string, string[]>;
export type RuleForm = { deciding: Deciding; typed: Fields };

/** The form filled with a rule; null for one that says more than the form can, or looks at what is asked later. */
export function formOf(definition: Definition, id: string, { when, to }: Rule): RuleForm | null {
  const all = 'and' in when ? when.and : 'or' in when ? when.or : [when];
  const [first, second, ...others] = all.map(partOf);
  if (!first || second === null || others.length > 0) return null;
  const deciding = decidingOf(definition, id, first.q, second?.q);
  const typed = {
    ...named('one', first.fields),
    ...(second ? { ...named('two', second.fields), join: ['and' in when ? 'and' : 'or'] } : {}),
  };
  const read = readRule(definition, id, deciding, { ...typed, to: [END] });
  // Where it leads can be chosen anew; what it asks must come back as it is.
  if (!read.ok || inOrder(read.rule.when) !== inOrder(when)) return null;
  const leads = placesFrom(definition, id).some(each => each.value === to);
  return { deciding, typed: { ...typed, to: [leads ? to : ''] } };
}

/** What of it still means something once other questions were chosen to decide. */
export function fitting({ deciding, typed }: RuleForm, chosen: Deciding): Fields {
  const stays = (name: string) =>
    name === 'to' ||
    (['one', 'two'] as const).some(part => name.startsWith(`${part}-`) && deciding[part] === chosen[part]);
  return Object.fromEntries(Object.entries(typed).filter(([name]) => stays(name)));
}

type Part = { q: string; fields: Fields };

const named = (part: 'one' | 'two', fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, values]) => [`${part}-${name}`, values]));

function partOf(condition: Condition): Part | null {
  if ('q' in condition) return { q: condition.q, fields: fieldsOf(condition) };
  if (!('not' in condition) || !('q' in condition.not)) return null;
  const { not } = condition;
  if ('answered' in not) return { q: not.q, fields: { how: ['unanswered'] } };
  return 'anyOf' in not ? { q: not.q, fields: { how: ['none'], answers: not.anyOf } } : null;
}

function fieldsOf(comparison: Comparison): Fields {
  if ('anyOf' in comparison) return { how: ['any'], answers: comparison.anyOf };
  if ('allOf' in comparison) return { how: ['all'], answers: comparison.allOf };
  if ('atLeast' in comparison) return { how: ['at-least'], number: [String(comparison.atLeast)] };
  if ('atMost' in comparison) return { how: ['at-most'], number: [String(comparison.atMost)] };
  if ('onOrAfter' in comparison) return { how: ['from'], date: [comparison.onOrAfter] };
  if ('onOrBefore' in comparison) return { how: ['until'], date: [comparison.onOrBefore] };
  return { how: ['answered'] };
}

/** Which answers it names says nothing by their order. */
const inOrder = (condition: Condition): string =>
  JSON.stringify(
    mapComparisons(condition, each => {
      if ('anyOf' in each) return { q: each.q, anyOf: [...each.anyOf].sort() };
      return 'allOf' in each ? { q: each.q, allOf: [...each.allOf].sort() } : each;
    }),
  );
