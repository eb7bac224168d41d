/** The journey through a survey: one step a page. */
import type { Definition, Question } from './definition.ts';
import { acceptAnswer } from './kinds/accept.ts';
import { QUOTE, type Answers, type Translate } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';

export { QUOTE } from './kinds/kind.ts';

export interface Step {
  id: string;
  question: Question;
}

/**
 * Every page of a survey in order. A survey that asks for words ends with one more step, 'quote'.
 * Pass `t` where words are shown; without it the last step holds the catalogue's keys, enough for walking.
 */
export function journey(definition: Definition, t: Translate = key => key): Step[] {
  const asksForWords = definition.questions.some(question => kindOf(question).isText);
  const questions = asksForWords ? [...definition.questions, quoteQuestion(t)] : definition.questions;
  return questions.map(question => ({ id: question.id, question }));
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

/** The steps that these answers lead through. It depends on the answers alone; today everybody walks them all. */
export const pathOf = (steps: Step[], _answers: Answers): Step[] => steps;

export const stepOf = (steps: Step[], id: string): Step | null => steps.find(step => step.id === id) ?? null;

/** The step after this one; null after the last (check your answers comes then) and for a step that isn't there. */
export function nextStep(steps: Step[], id: string): Step | null {
  const at = steps.findIndex(step => step.id === id);
  return at < 0 ? null : (steps[at + 1] ?? null);
}

/** The step before this one; null before the first and for a step that isn't there. */
export function previousStep(steps: Step[], id: string): Step | null {
  const at = steps.findIndex(step => step.id === id);
  return at < 1 ? null : (steps[at - 1] ?? null);
}

/** Where somebody is: 3 of 12. */
export function position(steps: Step[], id: string): { n: number; of: number } | null {
  const at = steps.findIndex(step => step.id === id);
  return at < 0 ? null : { n: at + 1, of: steps.length };
}

/** Where to carry on: the first step not seen yet, or whose kept answer its question no longer takes. */
export const firstUnanswered = (steps: Step[], answers: Answers): Step | null =>
  steps.find(step => !isDone(step.question, answers)) ?? null;

/** What stops sending: steps seen or not that are required and empty, or whose answer is not one that they take. */
export const notReady = (steps: Step[], answers: Answers): Step[] =>
  steps.filter(
    ({ question }) => !acceptAnswer(question, Object.hasOwn(answers, question.id) ? answers[question.id] : null),
  );

function isDone(question: Question, answers: Answers): boolean {
  const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return answer !== undefined && acceptAnswer(question, answer);
}
