import { randomId } from '../../src/db/ids.ts';
import type { Officer, Planned } from '../support/consultations.ts';
import type { World } from '../support/world.ts';
import { addToTallies } from '../../src/analysis/tally-queries.ts';

export type Said = { words: string; mayQuote?: boolean };
export type Theme = { id: string; responses: string[] };

/** People who answered: one response each with these words (q5), counted as the app counts them. Gives their ids. */
export async function answersOf(world: World, consultationId: string, people: Said[]): Promise<string[]> {
  const { write } = world.db;
  const version = await write
    .selectFrom('survey_versions')
    .select('id')
    .where('consultation_id', '=', consultationId)
    .executeTakeFirstOrThrow();
  const rows = people.map(({ words, mayQuote }) => ({
    id: randomId(),
    consultation_id: consultationId,
    version_id: version.id,
    token_hash: randomId(),
    reference: randomId(),
    channel: 'online',
    edition: 'plain',
    day: '2026-11-30',
    answers: JSON.stringify({ q5: words, ...(mayQuote ? { quote: 'yes' } : {}) }),
    changed_on: null,
    withdrawn_on: null,
    words_erased_on: null,
    unusual: null,
    set_aside_on: null,
  }));
  await write.insertInto('responses').values(rows).execute();
  const counted = { question: '', option: '*', dimension: 'all', value: '', count: rows.length };
  await write.transaction().execute(tx => addToTallies(tx, [{ consultation_id: consultationId, ...counted }]));
  return rows.map(row => row.id);
}

/** A theme that these responses carry on q5. Gives its id. */
export async function themeOf(world: World, officer: Officer, of: Planned, name: string, responses: string[]) {
  const id = randomId();
  const at = world.deps.now().toString();
  const made = { created_at: at, created_by: officer.personId };
  await world.db.write
    .insertInto('themes')
    .values({ id, consultation_id: of.id, position: 0, name, summary: '', ...made })
    .execute();
  const marks = responses.map(response_id => ({
    theme_id: id,
    response_id,
    question: 'q5',
    marked_at: at,
    marked_by: officer.personId,
  }));
  if (marks.length > 0) await world.db.write.insertInto('marks').values(marks).execute();
  return id;
}
