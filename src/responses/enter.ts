import { addToTallies } from '../analysis/tally-queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Response } from '../db/schema.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { kindOf } from '../surveys/kinds/registry.ts';
import { asked } from '../surveys/pages.ts';
import { addResponses, deleteMarks, updateResponse } from './queries.ts';
import { countedAs, tallyRows, type Came, type Version } from './settle-rules.ts';

export type Entered = Pick<
  Response,
  'id' | 'consultation_id' | 'token_hash' | 'reference' | 'channel' | 'edition' | 'day'
>;

/** Keeps answers that came on paper or were said, and counts them as those that families send, in the officer's act. */
export async function enterResponse(tx: Db, entered: Entered, version: Version, answers: Answers): Promise<void> {
  const response = {
    ...entered,
    version_id: version.id,
    answers: JSON.stringify(answers),
    changed_on: null,
    withdrawn_on: null,
    words_erased_on: null,
    unusual: null,
    set_aside_on: null,
  };
  await addResponses(tx, [response]);
  await addToTallies(tx, tallyRows(response.consultation_id, countedAs(response, version, 1)));
}

/** Puts right what was typed wrongly: the old answers go out of the counts, the new ones into them. */
export async function correctResponse(
  tx: Db,
  before: Response,
  version: Version,
  { answers, ...came }: { answers: Answers } & Partial<Came>,
): Promise<void> {
  const after = { ...before, ...came, answers: JSON.stringify(answers) };
  const deltas = [...countedAs(before, version, -1), ...countedAs(after, version, 1)];
  await updateResponse(tx, after);
  await addToTallies(tx, tallyRows(before.consultation_id, deltas));
  const old = JSON.parse(before.answers) as Answers;
  const rewritten = asked(version.definition).filter(({ id }) => (old[id] ?? '') !== (answers[id] ?? ''));
  for (const question of rewritten.filter(each => kindOf(each).isText)) await deleteMarks(tx, before.id, question.id);
}
