/** The rules of a survey as sentences: ‘If ‘Are you a parent?’ is ‘No’, go to question 5.’ */
import { lowered } from '../words/phrase-rules.ts';
import { END, type Comparison, type Condition, type Rule } from './conditions.ts';
import { choices, kindOf, type Definition, type Question, type Translate } from './definition.ts';
import { called } from './number-rules.ts';
import { pagesOf } from './pages.ts';

export const ruleInWords = ({ when, to }: Rule, definition: Definition, t: Translate): string =>
  `If ${conditionInWords(when, definition, t)}, go to ${placeInWords(to, definition)}.`;

/** 'question 5', 'the page ‘Before you start’' or 'the end'. */
export function placeInWords(to: string, definition: Definition): string {
  if (to === END) return 'the end';
  return lowered(called(definition, to));
}

/** Whether an answer to it is a list, so that it can have several of these. */
export const takesSeveral = (question: Question): boolean =>
  question.kind === 'pictures' ? question.many === true : ['choose-many', 'top-three'].includes(question.kind);

/** What an answer to it can be, in words, where rules can ask for it. */
export const answersIn = (question: Question, t: Translate): { id: string; words: string }[] => {
  if (question.kind === 'number' || question.kind === 'date') return [];
  const all = choices(question, t);
  // Only areas that are counted can be asked for: an answer is never called 'elsewhere'.
  return question.kind === 'area' ? all.filter(({ id }) => question.bins.includes(id)) : all;
};

/** A question as a sentence names it: by its words, or by its number while it has none. */
export function inQuotes(id: string, definition: Definition): string {
  const ask = pagesOf(definition).find(page => page.id === id)?.question.ask;
  return ask ? `‘${ask}’` : placeInWords(id, definition);
}

function conditionInWords(condition: Condition, definition: Definition, t: Translate): string {
  const inner = (each: Condition) => {
    const words = conditionInWords(each, definition, t);
    return 'and' in each || 'or' in each ? `(${words})` : words;
  };
  if ('and' in condition) return condition.and.map(inner).join(' and ');
  if ('or' in condition) return condition.or.map(inner).join(' or ');
  if (!('not' in condition)) return comparisonInWords(condition, true, definition, t);
  const { not } = condition;
  return 'q' in not ? comparisonInWords(not, false, definition, t) : `it is not so that ${inner(not)}`;
}

function comparisonInWords(comparison: Comparison, is: boolean, definition: Definition, t: Translate): string {
  const question = pagesOf(definition).find(page => page.id === comparison.q)?.question;
  return `${inQuotes(comparison.q, definition)} ${verbOf(comparison, is, question, t)}`;
}

function verbOf(comparison: Comparison, is: boolean, question: Question | undefined, t: Translate): string {
  const verb = is ? 'is' : 'is not';
  if ('answered' in comparison) return is ? 'was answered' : 'was not answered';
  if ('atLeast' in comparison) return `${verb} ${comparison.atLeast} or more`;
  if ('atMost' in comparison) return `${verb} ${comparison.atMost} or less`;
  if ('onOrAfter' in comparison) return `${verb} ${dayInWords(comparison.onOrAfter, question)} or later`;
  if ('onOrBefore' in comparison) return `${verb} ${dayInWords(comparison.onOrBefore, question)} or earlier`;
  const all = question && !kindOf(question).emptyOk ? answersIn(question, t) : [];
  const words = (ids: readonly string[]) => ids.map(id => `‘${all.find(each => each.id === id)?.words || id}’`);
  if ('allOf' in comparison) return `${is ? 'has' : 'does not have all of'} ${listed(words(comparison.allOf), 'and')}`;
  const several = question !== undefined && takesSeveral(question);
  if (is) return `${several ? 'has' : 'is'} ${listed(words(comparison.anyOf), 'or')}`;
  if (comparison.anyOf.length > 1) return `${several ? 'has' : 'is'} none of ${listed(words(comparison.anyOf), 'and')}`;
  return `${several ? 'does not have' : 'is not'} ${words(comparison.anyOf).join('')}`;
}

const listed = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

function dayInWords(day: string, question: Question | undefined): string {
  const isMonth = question?.kind === 'date' && question.precision === 'month';
  const parts = { month: 'long', year: 'numeric', calendar: 'gregory' } as const;
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', isMonth ? parts : { ...parts, day: 'numeric' });
}
