/** The journey through a survey: one step a page. */
import { END, holds, type Rule } from './conditions.ts';
import type { Definition, Question } from './definition.ts';
import { acceptAnswer } from './kinds/accept.ts';
import { QUOTE, type Answers, type Translate } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';
import { pagesOf, type Page } from './pages.ts';

export { QUOTE } from './kinds/kind.ts';

export type Step = Page;

/**
 * Every page of a survey in order. A survey that asks for words ends with one more step, 'quote'.
 * Pass `t` where words are shown; without it the last step holds the catalogue's keys, enough for walking.
 */
export function journey(definition: Definition, t: Translate = key => key): Step[] {
  const pages = pagesOf(definition);
  if (!pages.some(page => kindOf(page.question).isText)) return pages;
  return [...pages, { id: QUOTE, part: QUOTE, question: quoteQuestion(t), next: [] }];
}

const quoteQuestion = (t: Translate): Question => ({
  id: QUOTE,
  kind: 'choose-one',
  ask: t('surveys.quote.ask'),
  hint: t('surveys.quote.hint'),
  options: [
    { id: 'yes', words: t('surveys.quote.yes') },
    { id: 'no', words: t('surveys.quote.no') },
  ],
});

/**
 * The steps that these answers lead through, from the first to the last. It depends on the answers alone, and of them
 * on those along the path: what was answered on a page that is no longer on it has no say. Every path ends: no page
 * comes twice. 'quote' comes last, for those who wrote something.
 */
export function pathOf<S extends Step>(steps: readonly S[], answers: Answers): S[] {
  const path: S[] = [];
  const along: Answers = {};
  const been = new Set<string>();
  for (let step = steps[0]; step && !been.has(step.id); step = after(steps, step, along)) {
    if (step.id === QUOTE && !wrote(path, along)) break;
    been.add(step.id);
    path.push(step);
    const answer = Object.hasOwn(answers, step.id) ? answers[step.id] : null;
    if (answer !== null && answer !== undefined) along[step.id] = answer;
  }
  return path;
}

/** The first rule that holds says where to go; without one it is the next page in order. */
function after<S extends Step>(steps: readonly S[], step: S, along: Answers): S | undefined {
  return steps[placeAfter(steps, steps.indexOf(step), along)];
}

/** The place of the page that follows the one at `at`, for these answers; behind the last is the end. */
export function placeAfter(pages: readonly Page[], at: number, along: Answers): number {
  const rule = pages[at]?.next.find(({ when }) => holds(when, along));
  return rule ? placeOf(pages, rule) : at + 1;
}

function placeOf(pages: readonly Page[], { to }: Rule): number {
  const at = pages.findIndex(page => page.part === (to === END ? QUOTE : to));
  return at < 0 ? pages.length : at;
}

/** The places to which rules or following lead from here, whatever the answers; behind the last page is the end. */
export const waysOn = (pages: readonly Page[], at: number): number[] => [
  ...new Set([at + 1, ...(pages[at]?.next ?? []).map(rule => placeOf(pages, rule))]),
];

const wrote = (path: readonly Step[], along: Answers): boolean =>
  path.some(({ id, question }) => kindOf(question).isText && typeof along[id] === 'string' && along[id] !== '');

export const stepOf = <S extends Step>(steps: readonly S[], id: string): S | null =>
  steps.find(step => step.id === id) ?? null;

/** The step after this one; null after the last (check your answers comes then) and for a step that isn't there. */
export function nextStep(path: readonly Step[], id: string): Step | null {
  const at = path.findIndex(step => step.id === id);
  return at < 0 ? null : (path[at + 1] ?? null);
}

/** The step before this one; null before the first and for a step that isn't there. */
export function previousStep(path: readonly Step[], id: string): Step | null {
  const at = path.findIndex(step => step.id === id);
  return at < 1 ? null : (path[at - 1] ?? null);
}

/** Where to carry on: the first step not seen yet, or whose kept answer its question no longer takes. */
export const firstUnanswered = (path: readonly Step[], answers: Answers): Step | null =>
  path.find(step => !isDone(step.question, answers)) ?? null;

/** What stops sending: steps seen or not that are required and empty, or whose answer is not one that they take. */
export const notReady = (path: readonly Step[], answers: Answers): Step[] =>
  path.filter(
    ({ question }) => !acceptAnswer(question, Object.hasOwn(answers, question.id) ? answers[question.id] : null),
  );

/** Whether it was seen, and its answer is one that it takes. */
export function isDone(question: Question, answers: Answers): boolean {
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return answer !== undefined && acceptAnswer(question, answer);
}
