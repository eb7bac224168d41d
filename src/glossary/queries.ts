import type { Db } from '../db/dialect.ts';
import type { GlossaryWord } from '../db/schema.ts';

/** What a glossary says of a word. */
export type Explained = Pick<GlossaryWord, 'term' | 'meaning' | 'cy' | 'pl' | 'ur'>;

/** Every word, by its letters. */
export async function listGlossary(db: Db): Promise<GlossaryWord[]> {
  const rows = await db.selectFrom('glossary').selectAll().execute();
  return rows.sort((one, other) => one.term.localeCompare(other.term, 'en'));
}

export async function addWords(db: Db, rows: readonly GlossaryWord[]): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('glossary')
      .values([...rows])
      .execute();
}

export async function changeWord(db: Db, id: string, words: Explained): Promise<void> {
  await db.updateTable('glossary').set(words).where('id', '=', id).execute();
}

export async function removeWord(db: Db, id: string): Promise<void> {
  await db.deleteFrom('glossary').where('id', '=', id).execute();
}
