import { isDeepStrictEqual } from 'node:util';
import { recount } from '../../src/analysis/recount.ts';
import type { Database } from '../../src/db/dialect.ts';
import { hashToken } from '../../src/db/ids.ts';
import type { Draft, Response } from '../../src/db/schema.ts';
import type { State, Story } from './story.ts';

/** Everything that is wrong after a round, in sentences; empty when nothing was lost. */
export async function lookForLosses(
  db: Database,
  consultationId: string,
  stories: readonly Story[],
  received: ReadonlyMap<string, number>,
): Promise<string[]> {
  return [
    ...(await brokenPromises(db, consultationId, stories)),
    ...(await wrongTallies(db, consultationId)),
    ...(await lostMails(db, received)),
  ];
}

async function brokenPromises(db: Database, consultationId: string, stories: readonly Story[]): Promise<string[]> {
  const { read } = db;
  const responses = await read
    .selectFrom('responses')
    .selectAll()
    .where('consultation_id', '=', consultationId)
    .execute();
  const drafts = await read.selectFrom('drafts').selectAll().where('consultation_id', '=', consultationId).execute();
  const byToken = new Map(responses.map(row => [row.token_hash, row]));
  const draftsByToken = new Map(drafts.map(row => [row.token_hash, row]));
  const inResponses = Map.groupBy(responses, wordsIn);
  const written = new Set([...responses, ...drafts].map(wordsIn));
  return stories.flatMap(story => {
    // Nobody was told anything yet.
    if (story.token === '') return [];
    const response = byToken.get(hashToken(story.token));
    const found = stateOf(response, draftsByToken.get(hashToken(story.token)));
    const who = `The family of '${story.words.at(-1) ?? story.token}'`;
    return [
      ...(story.states.some(state => isDeepStrictEqual(state, found))
        ? []
        : [`${who} was told ${JSON.stringify(story.states)} and finds ${JSON.stringify(found)}.`]),
      ...(story.reference && response?.reference !== story.reference ? [`${who} has lost ${story.reference}.`] : []),
      ...(story.words.some(words => (inResponses.get(words)?.length ?? 0) > 1) ? [`${who} was sent twice.`] : []),
      ...(isGone(story) && story.words.some(words => written.has(words)) ? [`${who} withdrew, and is there.`] : []),
    ];
  });
}

const wordsIn = (row: { answers: string }): string => (JSON.parse(row.answers) as { q5?: string }).q5 ?? '';

const isGone = ({ states }: Story): boolean => states.every(state => state.response === 'withdrawn');

function stateOf(response: Response | undefined, draft: Draft | undefined): State {
  const kept = (row: { answers: string } | undefined) => (row ? withoutSkipped(row.answers) : null);
  const isWithdrawn = response !== undefined && response.withdrawn_on !== null && response.answers === '{}';
  return { response: isWithdrawn ? 'withdrawn' : kept(response), draft: kept(draft) };
}

const withoutSkipped = (answers: string): State['draft'] =>
  Object.fromEntries(Object.entries(JSON.parse(answers) as object).filter(([, answer]) => answer !== null));

async function wrongTallies(db: Database, consultationId: string): Promise<string[]> {
  const differences = await recount(db.read, consultationId);
  return differences.map(each => `A tally is ${each.kept} and should be ${each.counted}: ${JSON.stringify(each)}`);
}

async function lostMails(db: Database, received: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await db.read.selectFrom('outbox').select(['recipient', 'sent_at']).execute();
  const wanted = new Set(rows.map(row => row.recipient));
  const lost = [...wanted].filter(recipient => !received.has(recipient));
  const strangers = [...received.keys()].filter(recipient => !wanted.has(recipient));
  return [
    ...lost.map(recipient => `The mail to ${recipient} was never delivered.`),
    ...strangers.map(recipient => `${recipient} was sent a mail that nobody wrote.`),
  ];
}

export async function mailsWaiting(db: Database): Promise<number> {
  const rows = await db.read.selectFrom('outbox').select('id').where('sent_at', 'is', null).execute();
  return rows.length;
}
