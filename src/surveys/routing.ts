/** The rules of a survey as a whole: what stands in the way of publishing them, and rules that name what is gone. */
import { listed } from '../words/phrase-rules.ts';
import { END, comparisonsIn, mapComparisons, type Comparison, type Condition, type Rule } from './conditions.ts';
import { comparisonFault, offers, questionAt } from './cross-checks.ts';
import type { Definition } from './definition.ts';
import type { Question } from './kinds/registry.ts';
import { called } from './number-rules.ts';
import { pagesOf, type Page } from './pages.ts';
import { loopsIn, unreachable } from './reachable.ts';

/** What is wrong with the rules, and the questions that it is about: first where rules can be changed. */
export type Gap = { at: readonly string[]; words: string };

const known = new WeakMap<Definition, Gap[]>();

/** Circles, and questions that nobody can come to, as sentences for the officer. A page asks more than once. */
export function routingGaps(definition: Definition): Gap[] {
  const gaps = known.get(definition) ?? gapsOf(definition);
  known.set(definition, gaps);
  return gaps;
}

function gapsOf(definition: Definition): Gap[] {
  const pages = pagesOf(definition);
  if (pages.every(page => page.next.length === 0)) return [];
  const name = (id: string) => called(definition, id);
  const hasRules = (id: string) => pages.some(page => page.part === id && page.next.length > 0);
  const lost = partsOf(pages, unreachable(pages));
  const round = partsOf(pages, loopsIn(pages));
  return [
    ...circle(round.map(name)).map(words => ({ at: [...round.filter(hasRules), ...round], words })),
    ...lost.map(id => ({
      at: [id],
      words: `${name(id)} can never be reached: no answers lead to it. Change a rule, or take it out.`,
    })),
  ];
}

/** A rule of a question can only look back: says of which questions one looks ahead, and at what. */
export function lookingAhead(definition: Definition): Map<string, string> {
  const place = new Map(definition.questions.map((question, at) => [question.id, at]));
  const found = definition.questions.flatMap((question, at) => {
    const named = (question.next ?? [])
      .flatMap(rule => comparisonsIn(rule.when))
      .map(each => questionAt(definition.questions, each.q)?.id ?? '');
    const later = named.find(id => (place.get(id) ?? -1) > at);
    return later ? [[question.id, `A rule looks at ${called(definition, later)}, which is asked later.`] as const] : [];
  });
  return new Map(found);
}

/** The questions that these pages belong to. */
const partsOf = (pages: readonly Page[], ids: readonly string[]): string[] => [
  ...new Set(pages.filter(page => ids.includes(page.id)).map(page => page.part)),
];

function circle(names: readonly string[]): string[] {
  if (names.length === 0) return [];
  if (names.length === 1) return [`${names[0]} leads back to itself. Change its rules.`];
  return [
    `${listed(names)} lead in a circle, so somebody might never come to the end. Change the rules of one of them.`,
  ];
}

/**
 * The survey without what its rules say of questions and options that are not there: an option goes from its list, a rule
 * that can't stand without it goes as a whole. `touched`: the questions that had such rules.
 */
export function withoutDangling(definition: Definition): { definition: Definition; touched: string[] } {
  const touched: string[] = [];
  const questions = definition.questions.map(question => {
    const next = (question.next ?? []).flatMap(rule => standing(rule, definition.questions));
    if (JSON.stringify(next) === JSON.stringify(question.next ?? [])) return question;
    touched.push(question.id);
    const { next: _gone, ...rest } = question;
    return (next.length > 0 ? { ...rest, next } : rest) as Question;
  });
  return touched.length > 0 ? { definition: { ...definition, questions }, touched } : { definition, touched };
}

function standing({ when, to }: Rule, questions: readonly Question[]): Rule[] {
  const rule = { when: mapComparisons(when, each => narrowed(each, questions)), to };
  const leads = to === END || questions.some(each => each.id === to);
  const stands = leads && comparisonsIn(rule.when).every(each => comparisonFault(each, questions) === null);
  return stands ? [rule] : [];
}

/** 'Any of' these, without those that are not offered any more. */
function narrowed(comparison: Comparison, questions: readonly Question[]): Comparison {
  const question = questionAt(questions, comparison.q);
  if (!question || !('anyOf' in comparison)) return comparison;
  const anyOf = comparison.anyOf.filter(id => offers(question, id));
  return anyOf.length > 0 ? { ...comparison, anyOf } : comparison;
}

/** The survey with every rule that names question `was`, or an item of it, naming `now` instead. */
export function withRulesRenamed(definition: Definition, was: string, now: string): Definition {
  const own = (id: string) => (id === was || id.startsWith(`${was}-`) ? now + id.slice(was.length) : id);
  const condition = (when: Condition) => mapComparisons(when, each => ({ ...each, q: own(each.q) }));
  const questions = definition.questions.map(question =>
    question.next
      ? { ...question, next: question.next.map(({ when, to }) => ({ when: condition(when), to: own(to) })) }
      : question,
  );
  return { ...definition, questions };
}
