import type { Kysely } from 'kysely';
import { addToTallies } from '../analysis/tally-queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Schema } from '../db/schema.ts';
import type { Answer, Answers } from '../surveys/kinds/kind.ts';
import { lockDraft, lockResponse, updateResponse } from './queries.ts';
import { countedAs, tallyRows, type Version } from './settle-rules.ts';

type ReadVersion = (id: string, tx: Db) => Promise<Version>;

/** Adds one answer 'about you' to what was sent, and to the counts; null takes it away. Nothing once it was withdrawn. */
export function saveAboutYou(
  db: Kysely<Schema>,
  tokenHash: string,
  { question, answer }: { question: string; answer: Answer | null },
  read: ReadVersion,
): Promise<void> {
  return db.transaction().execute(async tx => {
    // In the order in which sending takes them, so that neither waits for the other.
    await lockDraft(tx, tokenHash);
    const before = await lockResponse(tx, tokenHash);
    if (!before || before.withdrawn_on !== null) return;
    const version = await read(before.version_id, tx);
    const after = { ...before, answers: withAnswer(before.answers, question, answer) };
    const deltas = [...countedAs(before, version, -1), ...countedAs(after, version, 1)];
    await updateResponse(tx, after);
    await addToTallies(tx, tallyRows(before.consultation_id, deltas));
  });
}

function withAnswer(json: string, question: string, answer: Answer | null): string {
  const { [question]: _, ...others } = JSON.parse(json) as Answers;
  return JSON.stringify(answer === null ? others : { ...others, [question]: answer });
}
