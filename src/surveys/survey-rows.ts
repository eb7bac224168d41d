import type { Say } from '../words/catalogue.ts';
import { nameOf } from '../words/edition-names.ts';
import type { Edition } from '../words/editions.ts';
import { kindOf, type Definition } from './definition.ts';
import { numeralOf } from './number-rules.ts';
import { stillSayOldWords } from './stale-rules.ts';
import { wordAdvice } from './word-advice.ts';

/** A question in the list at the desk. */
export type SurveyRow = {
  id: string;
  numeral: string;
  ask: string;
  kind: string;
  missing: string[];
  advice: string[];
  once: boolean;
  /** The editions that still say the words from before, and where they can be looked at. */
  stale: { label: string; href: string }[];
};

/** `live` is the version that this one is to take the place of, if any; `desk` the consultation's address. */
export function surveyRows(
  definition: Definition,
  { live, desk, say }: { live: Definition | undefined; desk: string; say: Say },
): SurveyRow[] {
  const old = live ? stillSayOldWords(live, definition) : [];
  const stale = new Map(old.map(({ id, editions }) => [id, editions]));
  return definition.questions.map(question => ({
    id: question.id,
    numeral: numeralOf(definition, question.id),
    ask: question.ask,
    kind: say(`surveys.kind.${question.kind}`),
    missing: kindOf(question).missing(question),
    advice: wordAdvice(question, say),
    once: question.kind === 'who-is-answering',
    stale: (stale.get(question.id) ?? []).map(edition => ({
      label: nameOf(edition, say),
      href: placeOf(edition, desk),
    })),
  }));
}

// What is seen or heard is changed by another file, what is read can be looked at on paper.
const placeOf = (edition: Edition, desk: string): string =>
  edition === 'bsl' || edition === 'audio' ? `${desk}/media` : `${desk}/paper?edition=${edition}`;
