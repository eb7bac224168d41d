/** Rules that were changed or taken out because what they named went. */
import type { Definition, Question, Translate } from './definition.ts';
import { called } from './number-rules.ts';
import { keyOf } from './rule-list-rules.ts';
import { ruleInWords } from './sentence-rules.ts';

/** The question that they belong to, in words; its rules as they were, and what stands in their place. */
export type Lost = { id: string; name: string; was: string[]; is: string[] };

/** `ids`: the questions whose rules were changed. Each rule speaks as it stood, with the numbers of then. */
export function rulesLost(before: Definition, after: Definition, ids: readonly string[], t: Translate): Lost[] {
  return ids.flatMap(id => {
    const [old, now] = [questionIn(before, id), questionIn(after, id)];
    if (!now) return [];
    // What is counted anew has another id: what it said is not known here.
    if (!old) return [{ id, name: called(after, id), was: [], is: [] }];
    const was = onlyIn(old, now).map(rule => ruleInWords(rule, before, t));
    const is = onlyIn(now, old).map(rule => ruleInWords(rule, after, t));
    return was.length > 0 ? [{ id, name: called(after, id), was, is }] : [];
  });
}

const onlyIn = ({ next = [] }: Question, other: Question) =>
  next.filter(rule => !other.next?.some(each => keyOf(each) === keyOf(rule)));

const questionIn = ({ questions }: Definition, id: string) => questions.find(each => each.id === id);
