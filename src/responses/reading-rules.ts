import { inEdition, mediaIn } from '../surveys/editions.ts';
import { QUOTE, journey, type Step } from '../surveys/steps.ts';
import type { Question } from '../surveys/kinds/registry.ts';
import type { Edition } from '../words/editions.ts';
import type { Say } from '../words/catalogue.ts';
import type { Version } from './settle-rules.ts';

/** A page of the journey in the words of one edition. */
export type ReadStep = Step & {
  /** The id of what is shown or heard with the question. */
  media: string | null;
};

const known = new WeakMap<Version, Map<string, ReadStep[]>>();

/**
 * Every page of a survey in the edition that somebody reads. Made once for each version and edition: where a
 * survey offers no Urdu, its questions stand in plain English on an Urdu page.
 */
export function stepsIn(version: Version, edition: Edition, say: Say): ReadStep[] {
  const made = known.get(version) ?? new Map<string, ReadStep[]>();
  const key = `${edition} ${say.edition}`;
  const steps = made.get(key) ?? journey(version.definition, say).map(step => inWords(step, edition, say));
  known.set(version, made.set(key, steps));
  return steps;
}

// The last question is ours, so the catalogue says it in every language.
const inWords = (step: Step, edition: Edition, say: Say): ReadStep => ({
  ...step,
  question: step.id === QUOTE ? step.question : inEdition(step.question, edition, say.written),
  media: mediaIn(step.question, edition),
});

/** The questions 'about you' in the words of an edition. */
export const aboutIn = ({ definition }: Version, edition: Edition, say: Say): Question[] =>
  (definition.about?.questions ?? []).map(question => inEdition(question, edition, say.written));
