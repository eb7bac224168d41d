import { editionFor } from '../surveys/editions.ts';
import { introOf } from '../surveys/intro-rules.ts';
import type { Definition, EditionStart } from '../surveys/definition.ts';
import type { StartOriginal } from '../surveys/edition-texts-rules.ts';
import type { Say } from '../words/catalogue.ts';
import { confidentialities, ownSentence, type Plan } from './plan.ts';
import { supportIn, type Support } from './support-rules.ts';

/** A plan in one edition. What the edition does not say stands as the partnership wrote it, marked as English. */
export type SaidPlan = Plan & {
  support: Support[];
  /** What to do when somebody is in danger, where the edition says it; '' for the partnership's own words. */
  urgentWords: string;
  /** Why 'about you' is asked; '' where nothing is asked. */
  why: string;
};

const texts = [
  'title',
  'purpose',
  'background',
  'canChange',
  'cannotChange',
  'audience',
  'levelReason',
  'whoDecides',
  'contentWarning',
] as const satisfies readonly (keyof Plan & keyof EditionStart)[];

/** What a consultation says of itself in the edition that the reader chose, where its survey offers that one. */
export function planIn(plan: Plan, definition: Pick<Definition, 'editions' | 'about'>, say: Say): SaidPlan {
  const own = definition.editions?.[editionFor(definition, say.edition)] ?? {};
  const either = (words: string | undefined, original = '') => words || (original && say.written(original));
  return {
    ...plan,
    ...Object.fromEntries(texts.map(name => [name, either(own[name], plan[name])])),
    confidentialityWords: own.confidentialityWords || confidentialityIn(plan, say),
    support: own.supportLinks ? supportIn(own.supportLinks) : supportIn(plan.supportLinks, say.written),
    urgentWords: own.urgentWords ?? '',
    why: either(own.why, definition.about?.why),
  };
}

/** The words of a plan for which an edition can have others. A usual sentence of ours is said in every edition as it is. */
export function startOriginal(plan: Plan, definition: Pick<Definition, 'about' | 'editions'>): StartOriginal {
  const { confidentialityWords, supportLinks } = plan;
  return {
    ...Object.fromEntries(texts.map(name => [name, plan[name] ?? ''])),
    confidentialityWords: ownSentence(confidentialityWords),
    supportLinks,
    intro: introOf(definition),
    why: definition.about?.why,
  };
}

/** One of the usual sentences is ours, so the catalogue says it in every edition. */
function confidentialityIn({ confidentiality, confidentialityWords }: Plan, say: Say): string {
  const usual = (Object.entries(confidentialities) as [string, string][]).find(
    ([name, words]) => name === confidentiality && words === confidentialityWords,
  );
  if (usual) return say(`consultations.confidentiality.${usual[0]}`);
  return confidentialityWords && say.written(confidentialityWords);
}
