import type { Kysely } from 'kysely';
import { addToTallies } from '../analysis/tally-queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Response, Schema } from '../db/schema.ts';
import { withoutWords } from '../surveys/answers.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { deleteDraftOf, deleteMarks, lockDraft, lockResponse, updateResponse } from './queries.ts';
import { countedAs, tallyRows, type Version } from './settle-rules.ts';

type ReadVersion = (id: string, tx: Db) => Promise<Version>;

/** Before the close: the answers go, out of the counts too, and an empty row stays. `day` is the day in London. */
export function withdraw(db: Kysely<Schema>, tokenHash: string, day: string, version: ReadVersion): Promise<void> {
  return holding(db, tokenHash, async (tx, response) => {
    const deltas = countedAs(response, await version(response.version_id, tx), -1);
    await updateResponse(tx, { ...response, answers: '{}', withdrawn_on: day, unusual: null });
    await addToTallies(tx, tallyRows(response.consultation_id, deltas));
  });
}

/** After the close: the words go; the counts were published and stay. */
export function eraseWords(db: Kysely<Schema>, tokenHash: string, day: string, version: ReadVersion): Promise<void> {
  return holding(db, tokenHash, async (tx, response) => {
    const { definition } = await version(response.version_id, tx);
    const answers = withoutWords(definition, JSON.parse(response.answers) as Answers);
    const erasedOn = response.words_erased_on ?? day;
    await updateResponse(tx, { ...response, answers: JSON.stringify(answers), words_erased_on: erasedOn });
  });
}

function holding(
  db: Kysely<Schema>,
  tokenHash: string,
  change: (tx: Db, response: Response) => Promise<void>,
): Promise<void> {
  return db.transaction().execute(async tx => {
    // In the order in which sending takes them, so that neither waits for the other.
    await lockDraft(tx, tokenHash);
    const response = await lockResponse(tx, tokenHash);
    if (!response || response.withdrawn_on !== null) return;
    await change(tx, response);
    await deleteMarks(tx, response.id);
    await deleteDraftOf(tx, tokenHash);
  });
}
