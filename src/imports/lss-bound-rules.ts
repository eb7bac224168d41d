/** Settings of LimeSurvey that bound an answer, where ours can be bound so. Which of its names counts follows from the type. */
import type { LssQuestion } from './lss-survey-rules.ts';
import { MOST } from './lss-words-rules.ts';

type Bounded = Pick<LssQuestion, 'type' | 'attributes'>;

export const isSlider = ({ type, attributes }: Bounded): boolean =>
  type === 'K' && attributes.get('slider_layout') === '1';

/** The lowest and the highest number; neither where no number lies between them. */
export function boundsOf(question: Bounded): { min?: number; max?: number } {
  const [least, most] = namesOf(question);
  const [min, max] = [wholeOf(question, least), wholeOf(question, most)];
  if (min !== undefined && max !== undefined && min > max) return {};
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** How many may be chosen of several. */
export function mostChosen(question: Bounded): number | undefined {
  const most = wholeOf(question, 'max_answers');
  return most !== undefined && most >= 2 && most <= MOST.options ? most : undefined;
}

/** The names of those settings that are kept. */
export function boundsKept(question: Bounded): string[] {
  if ('MP'.includes(question.type)) return mostChosen(question) === undefined ? [] : ['max_answers'];
  if (!'NK:'.includes(question.type)) return [];
  const { min, max } = boundsOf(question);
  return namesOf(question).filter((_, at) => (at === 0 ? min : max) !== undefined);
}

function namesOf(question: Bounded): [least: string, most: string] {
  if (question.type === ':') return ['multiflexible_min', 'multiflexible_max'];
  return isSlider(question) ? ['slider_min', 'slider_max'] : ['min_num_value_n', 'max_num_value_n'];
}

function wholeOf({ attributes }: Bounded, name: string): number | undefined {
  const value = Number(attributes.get(name) ?? Number.NaN);
  return Number.isSafeInteger(value) ? value : undefined;
}
