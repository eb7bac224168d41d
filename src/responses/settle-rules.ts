import { deltasOf, sumCounted, sumDeltas, type Counted, type Delta, type Tally } from '../analysis/tally-rules.ts';
import type { Draft, Mark, Response } from '../db/schema.ts';
import { aboutAnswer, aboutOf, readyToSend, whoAnswered } from '../surveys/answers.ts';
import type { Definition } from '../surveys/definition.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { kindOf } from '../surveys/kinds/registry.ts';
import { asked } from '../surveys/pages.ts';
import type { Edition } from '../words/editions.ts';

/** A survey version, ready to be walked and counted. */
export type Version = { id: string; number: number; definition: Definition };

/** How the answers came, on which day, and in which edition. */
export type Came = Pick<Response, 'channel' | 'day' | 'edition'>;

/** One press of 'Send', in the edition that was read. The reference and the id are used only if this press makes the response. */
export type Item = {
  draftId: string;
  tokenHash: string;
  day: string;
  /** What looks unusual, as a response keeps it. */
  unusual: string | null;
  edition: Edition;
  /** The newest version of the survey: what is sent is what it asks. */
  versionId: string;
  responseId: string;
  reference: string;
};

/** What a press came to: a response, old or new; a question that must be answered first; or no such draft. */
export type Result = { response: Response } | { missing: string } | { nothing: true };

/** Everything that a batch of presses changes, for one transaction. Tallies are in the order of their key. */
export type Settled = {
  inserts: Response[];
  updates: Response[];
  deletes: string[];
  tallies: Tally[];
  /** Words that were changed: what was marked or quoted of them no longer stands. */
  rewritten: Pick<Mark, 'response_id' | 'question'>[];
  results: Result[];
};

/**
 * What the presses of 'Send' that arrived together come to. `drafts` by id, `responses` by token, `versions` by id hold
 * all that these items name, as far as it exists. A draft becomes a response once: every repeat gets the same.
 */
export function settle(
  items: readonly Item[],
  drafts: ReadonlyMap<string, Draft>,
  responses: ReadonlyMap<string, Response>,
  versions: ReadonlyMap<string, Version>,
): Settled {
  const done = new Map<string, Response>();
  const used = new Set<string>();
  const steps: Step[] = [];
  const results = items.map((item): Result => {
    const before = done.get(item.tokenHash) ?? responses.get(item.tokenHash);
    const draft = drafts.get(item.draftId);
    if (!draft || draft.token_hash !== item.tokenHash || used.has(draft.id)) {
      return before ? { response: before } : { nothing: true };
    }
    const step = stepOf(item, draft, before, versions);
    if ('missing' in step) return step;
    used.add(draft.id);
    done.set(item.tokenHash, step.response);
    steps.push(step);
    return { response: step.response };
  });
  return { ...gather(steps), results };
}

type Step = {
  draftId: string;
  before: Response | null;
  response: Response;
  counted: Counted[];
  rewritten: Settled['rewritten'];
};

function stepOf(
  item: Item,
  draft: Draft,
  before: Response | undefined,
  versions: ReadonlyMap<string, Version>,
): Step | { missing: string } {
  // What was withdrawn stays withdrawn; a change of it has nothing left to change.
  if (before?.withdrawn_on) {
    return { draftId: draft.id, before, response: before, counted: [], rewritten: [] };
  }
  const version = versionOf(versions, item.versionId);
  const { definition } = version;
  const { sent, missing } = readyToSend(definition, JSON.parse(draft.answers));
  if (missing) return { missing: missing.id };
  const answers = before ? { ...sent, ...aboutOf(definition, JSON.parse(before.answers)) } : sent;
  const response = before
    ? {
        ...before,
        version_id: item.versionId,
        answers: JSON.stringify(answers),
        edition: item.edition,
        changed_on: item.day,
      }
    : newResponse(item, draft, answers);
  const old = before ? countedOf(before, versionOf(versions, before.version_id), -1) : [];
  const counted = [...old, ...countedOf(response, version, 1, answers)];
  const rewritten = before ? rewrittenWords(definition, before, answers) : [];
  return { draftId: draft.id, before: before ?? null, response, counted, rewritten };
}

const newResponse = (item: Item, draft: Draft, answers: Answers): Response => ({
  id: item.responseId,
  consultation_id: draft.consultation_id,
  version_id: item.versionId,
  token_hash: draft.token_hash,
  reference: item.reference,
  channel: 'online',
  edition: item.edition,
  day: item.day,
  answers: JSON.stringify(answers),
  changed_on: null,
  withdrawn_on: null,
  words_erased_on: null,
  unusual: item.unusual,
  set_aside_on: null,
});

/** What a response puts into the tallies (1) or takes out of them (-1). */
export const countedAs = (response: Response, version: Version, sign: 1 | -1): Delta[] =>
  countedOf(response, version, sign).flatMap(({ definition, answers, facts }) =>
    deltasOf(definition, answers, facts, sign),
  );

/** Nothing once it was withdrawn, nor while it is set aside. */
function countedOf(
  response: Response,
  { definition }: Version,
  sign: 1 | -1,
  answers: Answers = JSON.parse(response.answers),
): Counted[] {
  if (response.withdrawn_on !== null || response.set_aside_on !== null) return [];
  const { day, channel, unusual } = response;
  const version = response.edition as Edition;
  const about = definition.about?.breakdown === undefined ? {} : { about: aboutAnswer(definition, answers) };
  const facts = { day, channel, who: whoAnswered(definition, answers), version, flagged: unusual !== null, ...about };
  return [{ definition, answers, facts, sign }];
}

/** Changes of one consultation's counts as rows to add to its tallies, in the order of their key. */
export const tallyRows = (consultationId: string, deltas: Delta[]): Tally[] =>
  rowsOf(consultationId, sumDeltas(deltas));

const rowsOf = (consultation_id: string, sums: readonly Delta[]): Tally[] =>
  sums.map(({ question, option, dimension, value, change: count }) => ({
    consultation_id,
    question,
    option,
    dimension,
    value,
    count,
  }));

function rewrittenWords(definition: Definition, before: Response, answers: Answers): Settled['rewritten'] {
  const old = JSON.parse(before.answers) as Answers;
  return asked(definition)
    .filter(question => kindOf(question).isText && (old[question.id] ?? '') !== (answers[question.id] ?? ''))
    .map(question => ({ response_id: before.id, question: question.id }));
}

// A token has one draft at a time, so each response stands in one step.
function gather(steps: readonly Step[]): Omit<Settled, 'results'> {
  const byConsultation = Map.groupBy(steps, step => step.response.consultation_id);
  const sorted = [...byConsultation].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    inserts: steps.filter(step => !step.before).map(step => step.response),
    updates: steps.filter(step => step.before && step.before !== step.response).map(step => step.response),
    deletes: steps.map(step => step.draftId),
    tallies: sorted.flatMap(([id, list]) => rowsOf(id, sumCounted(list.flatMap(step => step.counted)))),
    rewritten: steps.flatMap(step => step.rewritten),
  };
}

function versionOf(versions: ReadonlyMap<string, Version>, id: string): Version {
  const version = versions.get(id);
  if (!version) throw new Error('A draft has a survey version.');
  return version;
}
