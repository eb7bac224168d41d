import type { Say } from '../words/catalogue.ts';
import type { EditionFinding } from '../words/checks/finding-rules.ts';
import type { Known } from '../words/checks/page-rules.ts';
import { deskNames } from '../words/editions.ts';
import { answersInBrief } from './brief-rules.ts';
import { kindOf, type Definition, type Question } from './definition.ts';
import { called, numeralOf, titleOf } from './number-rules.ts';
import { lookingAhead, routingGaps } from './routing.ts';
import { ruleInWords } from './sentence-rules.ts';
import { stillSayOldWords } from './stale-rules.ts';
import { markOf } from '../word-reasons/blocks.ts';
import { findingsIn, findingsOf, type SurveyFinding } from './word-rules.ts';
import { fingerprint } from './fingerprint-rules.ts';

/** A question in the list at the desk. */
export type SurveyRow = {
  id: string;
  /** A stamp of the question as it stands. */
  was: string;
  numeral: string;
  /** What stands above it where it has no words: ‘Questions 5 to 8’. */
  name: string;
  ask: string;
  kind: string;
  /** What can be answered, in a line. */
  answers: string;
  missing: string[];
  found: Found[];
  once: boolean;
  /** Where it leads, as sentences. */
  rules: string[];
  /** What is odd about them, and about how this question is come to. */
  odd: string[];
  /** The editions that still say the words from before, and where they are written. */
  stale: { label: string; href: string }[];
};

/** What is found beside the questions of the list: on the first pages, in what is asked ‘about you’, and on the whole. */
export function overallFindings(definition: Definition, { known, kept }: Pick<Given, 'known' | 'kept'>): Found[] {
  return findingsIn(definition, known, definition.about?.questions ?? [])
    .filter(each => !kept.has(markOf(each)))
    .map(each => {
      const found = inWords(each);
      return { ...found, words: `${placeOfFinding(definition, each)}${found.words}` };
    });
}

const placeOfFinding = (definition: Definition, { question }: SurveyFinding): string =>
  question === null ? '' : `${called(definition, question)}: `;

type Found = Pick<EditionFinding, 'words' | 'level' | 'check'>;

type Given = { desk: string; say: Say; known: Known; kept: ReadonlySet<string> };

/**
 * Of the questions that are asked, or of those ‘about you’. `desk` is the consultation's address; `kept` the marks of words
 * that stay.
 */
export function surveyRows(
  definition: Definition,
  { desk, say, known, kept }: Given,
  list: readonly Question[] = definition.questions,
): SurveyRow[] {
  const stale = new Map(stillSayOldWords(definition).map(({ id, editions }) => [id, editions]));
  const ahead = lookingAhead(definition);
  const gaps = routingGaps(definition);
  return list.map(question => ({
    id: question.id,
    was: fingerprint(question),
    numeral: numeralOf(definition, question.id),
    name: titleOf(definition, question.id),
    ask: question.ask,
    kind: say(`surveys.kind.${question.kind}`),
    answers: answersInBrief(question, say),
    missing: kindOf(question).missing(question),
    found: findingsOf(question, known)
      .filter(each => !kept.has(markOf(each)))
      .map(inWords),
    once: question.kind === 'who-is-answering',
    odd: [ahead.get(question.id) ?? [], gaps.filter(gap => gap.at.includes(question.id)).map(gap => gap.words)].flat(),
    rules: (question.next ?? []).map(rule => ruleInWords(rule, definition, say)),
    stale: (stale.get(question.id) ?? []).map(edition => ({
      label: deskNames[edition],
      href: `${desk}/survey/editions/${edition}#${question.id}`,
    })),
  }));
}

const inWords = ({ edition, wrong, todo, level, check }: EditionFinding): Found => ({
  words: `${edition === 'plain' ? '' : `In ‘${deskNames[edition]}’: `}${wrong} ${todo}`,
  level,
  check,
});
