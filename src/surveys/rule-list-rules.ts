/** The rules of one question as a list that an officer adds to, takes from and puts in order. */
import type { Rule } from './conditions.ts';
import type { Definition, Question } from './definition.ts';
import { fingerprint } from './fingerprint-rules.ts';

/** What a button names a rule by: the same rule stays the same wherever it stands in the list. */
export const keyOf = (rule: Rule): string => fingerprint(rule);

/** Rules that a question does not have yet go to its end; of two that are the same the second would never be met. */
export const withRule = (definition: Definition, id: string, rule: Rule): Definition =>
  withRules(definition, id, rules => (rules.some(each => keyOf(each) === keyOf(rule)) ? rules : [...rules, rule]));

/** This rule in the place of the one with that key; undefined where that is not there any more. */
export function withRuleChanged(definition: Definition, id: string, key: string, rule: Rule): Definition | undefined {
  const isThere = definition.questions.some(each => each.id === id && each.next?.some(own => keyOf(own) === key));
  if (!isThere) return undefined;
  return withRules(definition, id, rules =>
    rules.flatMap(each => (keyOf(each) === key ? [rule] : keyOf(each) === keyOf(rule) ? [] : [each])),
  );
}

export const ruleMoves = ['up', 'down', 'removal'] as const;
export type RuleMove = (typeof ruleMoves)[number];
export const isRuleMove = (word: string): word is RuleMove => (ruleMoves as readonly string[]).includes(word);

/** A button beside a rule was pressed. One that is not there any more changes nothing. */
export const moveRule = (definition: Definition, id: string, key: string, what: RuleMove): Definition =>
  withRules(definition, id, rules => {
    const at = rules.findIndex(each => keyOf(each) === key);
    if (at < 0) return rules;
    if (what === 'removal') return rules.toSpliced(at, 1);
    const other = what === 'up' ? at - 1 : at + 1;
    const [one, two] = [rules[at], rules[other]];
    return one && two ? rules.with(other, one).with(at, two) : rules;
  });

function withRules(definition: Definition, id: string, edit: (rules: Rule[]) => Rule[]): Definition {
  const questions = definition.questions.map((question): Question => {
    if (question.id !== id) return question;
    const { next = [], ...rest } = question;
    const rules = edit(next);
    return (rules.length > 0 ? { ...rest, next: rules } : rest) as Question;
  });
  return { ...definition, questions };
}
