/** A rule as an officer puts it together: an earlier answer or two, how they compare, and where to go. */
import type { FormField } from '../consultations/plan-sections.ts';
import { END, type Comparison, type Condition, type Rule } from './conditions.ts';
import { kindOf, type Definition, type Question, type Translate } from './definition.ts';
import { numbersOf, numeralOf, titleOf } from './number-rules.ts';
import { pagesOf, type Page } from './pages.ts';
import { answersIn, inQuotes, takesSeveral } from './sentence-rules.ts';

type Typed = Record<string, string[] | undefined>;
type Listed = { value: string; label: string };

/** The one or two questions whose answers decide; '' for none. */
export type Deciding = { one: string; two: string };
const PARTS = ['one', 'two'] as const;
type Part = (typeof PARTS)[number];

/** The pages whose answers can decide where this question leads: its own, and those before it. */
export function decidingPages(definition: Definition, id: string): Page[] {
  const pages = pagesOf(definition);
  const last = pages.findLastIndex(page => page.part === id);
  return pages.slice(0, last + 1).filter(page => !kindOf(page.question).emptyOk);
}

export function decidingList(definition: Definition, id: string): Listed[] {
  const numbers = numbersOf(definition);
  return decidingPages(definition, id).map(page => ({
    value: page.id,
    label: `${numbers.get(page.id) ?? ''}. ${page.question.ask || 'Not written yet'}`,
  }));
}

/** Where it may lead: to a later question, or to the end. Back would be a circle. */
export function placesFrom(definition: Definition, id: string): Listed[] {
  const { questions } = definition;
  const later = questions.slice(questions.findIndex(each => each.id === id) + 1);
  const named = later.map(({ id: value, ask }) => {
    const words = titleOf(definition, value);
    return { value, label: numeralOf(definition, value) ? `${words}: ${ask || 'not written yet'}` : words };
  });
  return [...named, { value: END, label: 'The end: no more questions' }];
}

/** The questions that were chosen, where they can decide here. */
export function decidingOf(definition: Definition, id: string, one = '', two = ''): Deciding {
  const known = decidingPages(definition, id).map(page => page.id);
  const own = (each: string) => (known.includes(each) ? each : '');
  return own(one) ? { one: own(one), two: own(two) } : { one: own(two), two: '' };
}

/** What decides unless another is chosen: the question itself, where its answers can be ticked. */
export function usualDecider(question: Question): string {
  return answersIn(question, key => key).length > 0 ? question.id : '';
}

/** The fields of the rule itself, once it is known whose answers decide. */
export function ruleFields(definition: Definition, id: string, { one, two }: Deciding, t: Translate): FormField[] {
  if (!one) return [];
  const to: FormField = { kind: 'select', name: 'to', label: 'Then go to', options: placesFrom(definition, id) };
  const parts = [
    ...partFields('one', one, definition, t),
    ...(two ? [join, ...partFields('two', two, definition, t)] : []),
  ];
  return [...parts, to];
}

const join: FormField = {
  kind: 'select',
  name: 'join',
  label: 'Does it take both answers?',
  options: [
    { value: 'and', label: 'Yes, both have to fit' },
    { value: 'or', label: 'No, one of them is enough' },
  ],
  empty: '',
};

function partFields(part: Part, page: string, definition: Definition, t: Translate): FormField[] {
  const question = questionOf(definition, page);
  if (!question) return [];
  const name = inQuotes(page, definition);
  const answers = answersIn(question, t).map(({ id, words }) => ({ value: id, label: words || 'Not written yet' }));
  return [
    {
      kind: 'select',
      name: `${part}-how`,
      label: `If the answer to ${name}`,
      options: waysOf(question, answers.length > 0),
      empty: '',
    },
    ...(answers.length > 0
      ? [{ kind: 'checkboxes' as const, name: `${part}-answers`, label: `Answers to ${name}`, options: answers }]
      : []),
    ...(question.kind === 'number'
      ? [
          {
            kind: 'number' as const,
            name: `${part}-number`,
            label: `The number for ${name}`,
            unit: question.unit ?? '',
          },
        ]
      : []),
    ...(question.kind === 'date'
      ? [{ kind: 'date' as const, name: `${part}-date`, label: `The day for ${name}` }]
      : []),
  ];
}

/** How an answer compares, by kind. The first is the usual one. */
export function waysOf(question: Question, hasAnswers: boolean): Listed[] {
  const always = [
    { value: 'answered', label: 'was given, whatever it is' },
    { value: 'unanswered', label: 'was not given' },
  ];
  if (question.kind === 'number')
    return [
      { value: 'at-least', label: 'is at least this number' },
      { value: 'at-most', label: 'is at most this number' },
      ...always,
    ];
  if (question.kind === 'date')
    return [
      { value: 'from', label: 'is this day or later' },
      { value: 'until', label: 'is this day or earlier' },
      ...always,
    ];
  if (!hasAnswers) return always;
  if (takesSeveral(question))
    return [
      { value: 'any', label: 'has one or more of these' },
      { value: 'all', label: 'has all of these' },
      { value: 'none', label: 'has none of these, or was skipped' },
      ...always,
    ];
  return [
    { value: 'any', label: 'is one of these' },
    { value: 'none', label: 'is none of these, or was skipped' },
    ...always,
  ];
}

export type RuleRead = { ok: true; rule: Rule } | { ok: false; errors: Record<string, string> };

/** What was typed, as a rule or as what is wrong, by field. A date arrives as an ISO day under its name. */
export function readRule(definition: Definition, id: string, deciding: Deciding, typed: Typed): RuleRead {
  const errors: Record<string, string> = {};
  const used = PARTS.filter(part => deciding[part] !== '');
  if (used.length === 0) errors['one'] = 'Choose the question whose answer decides.';
  const [first, second] = used.map(part => readPart(part, deciding[part], definition, typed, errors));
  if (second && !['and', 'or'].includes(one(typed, 'join'))) errors['join'] = 'Say whether both have to fit.';
  const to = one(typed, 'to');
  if (!placesFrom(definition, id).some(each => each.value === to))
    errors['to'] = 'Choose where to go: a later question, or the end. A rule can’t lead back.';
  if (!first || Object.keys(errors).length > 0) return { ok: false, errors };
  if (!second) return { ok: true, rule: { when: first, to } };
  const both = [first, second];
  return { ok: true, rule: { when: one(typed, 'join') === 'and' ? { and: both } : { or: both }, to } };
}

function readPart(
  part: Part,
  q: string,
  definition: Definition,
  typed: Typed,
  errors: Record<string, string>,
): Condition | undefined {
  const question = questionOf(definition, q);
  if (!question) return undefined;
  const how = one(typed, `${part}-how`);
  const offered = answersIn(question, key => key).map(each => each.id);
  if (!waysOf(question, offered.length > 0).some(way => way.value === how)) {
    errors[`${part}-how`] = `Say how the answer to ${inQuotes(q, definition)} compares.`;
    return undefined;
  }
  if (how === 'answered' || how === 'unanswered') {
    const answered: Comparison = { q, answered: true };
    return how === 'answered' ? answered : { not: answered };
  }
  if (question.kind === 'number') return readNumber(part, q, how, typed, errors);
  if (question.kind === 'date') return readDay(part, q, how, typed, errors);
  const ids = offered.filter(id => typed[`${part}-answers`]?.includes(id));
  if (ids.length === 0) errors[`${part}-answers`] = `Tick at least one answer to ${inQuotes(q, definition)}.`;
  if (how === 'all') return { q, allOf: ids };
  return how === 'any' ? { q, anyOf: ids } : { not: { q, anyOf: ids } };
}

function readNumber(part: Part, q: string, how: string, typed: Typed, errors: Record<string, string>): Condition {
  const text = one(typed, `${part}-number`);
  if (!/^-?\d{1,9}$/.test(text)) errors[`${part}-number`] = 'Write a whole number.';
  return how === 'at-least' ? { q, atLeast: Number(text) } : { q, atMost: Number(text) };
}

function readDay(part: Part, q: string, how: string, typed: Typed, errors: Record<string, string>): Condition {
  const day = one(typed, `${part}-date`);
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) errors[`${part}-date`] = 'Enter a real date, such as 4 12 2026.';
  return how === 'from' ? { q, onOrAfter: day } : { q, onOrBefore: day };
}

const questionOf = (definition: Definition, page: string): Question | undefined =>
  pagesOf(definition).find(each => each.id === page)?.question;
const one = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim();
