/** What the numbers of a question that only some people are asked give away of the question that led them there. */
import type { Definition } from '../surveys/definition.ts';
import { kindOf } from '../surveys/kinds/registry.ts';
import { decidersOf } from '../surveys/deciders.ts';
import { stepsOf } from '../surveys/answers.ts';
import { asked } from '../surveys/pages.ts';
import { pathOf } from '../surveys/steps.ts';
import { ANSWERED, NOT_ANSWERED } from './tally-rules.ts';

/** The counts of one question by option. */
export type Counts = ReadonlyMap<string, number>;

type Known = { counts: ReadonlyMap<string, Counts>; responses: number; shown: (id: string) => boolean };

/** The questions that everybody is asked, whatever they answer. */
export const isAskedOfAll = (definition: Definition, id: string): boolean =>
  decidersOf(stepsOf(definition), id).length === 0;

/**
 * Whether how many were asked this question is known already from what is shown of another. That holds where one answer
 * alone leads there, to a question of one choice that is shown itself: then they are a sum of its numbers. Where two
 * questions decide together, how many were asked would tell how many gave both answers, and they may be few.
 */
export function tellsNoMore(definition: Definition, id: string, known: Known): boolean {
  const [decider, ...others] = decidersOf(stepsOf(definition), id);
  if (decider === undefined) return true;
  return others.length === 0 && known.shown(decider) && ledBy(definition, decider, id, known) === askedIn(known, id);
}

/** How many must have been asked, going by the answers to the one that decides; null where they don't add up to people. */
function ledBy(definition: Definition, decider: string, id: string, known: Known): number | null {
  const question = asked(definition).find(each => each.id === decider);
  if (!question || kindOf(question).control !== 'radios') return null;
  const steps = stepsOf(definition);
  const leads = (option?: string) =>
    pathOf(steps, option === undefined ? {} : { [decider]: option }).some(step => step.id === id);
  const answers = kindOf(question).tallyOptions(question);
  const led = answers.filter(each => leads(each.id)).map(each => countOf(known, decider, each.id));
  const others = known.responses - countOf(known, decider, ANSWERED);
  return [...led, leads() ? others : 0].reduce((sum, count) => sum + count, 0);
}

const askedIn = (known: Known, id: string): number => countOf(known, id, ANSWERED) + countOf(known, id, NOT_ANSWERED);

const countOf = ({ counts }: Known, id: string, option: string): number => counts.get(id)?.get(option) ?? 0;
