import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { addWords, changeWord, listGlossary, removeWord, type Explained } from './queries.ts';
import { isSame } from './term-rules.ts';

const subject = { kind: 'glossary', id: 'glossary' };

/** Adds these words, but for those that are explained already. Gives how many were added. */
export function addToGlossary(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  words: readonly Explained[],
  now: Temporal.Instant,
): Promise<number> {
  const detail = { words: words.map(each => each.term).join(', ') };
  return act(db, { person: who, act: 'add words to the glossary', subject, detail, now }, async tx => {
    const there = await listGlossary(tx);
    const added_at = now.toString({ smallestUnit: 'millisecond' });
    const rows = words
      .filter(({ term }) => !there.some(each => isSame(each.term, term)))
      .map(each => ({ ...each, id: randomId(), added_at, added_by: who.id }));
    await addWords(tx, rows);
    return rows.length;
  });
}

export function changeInGlossary(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { id, words }: { id: string; words: Explained },
  now: Temporal.Instant,
): Promise<void> {
  const doing = { person: who, act: 'change a word of the glossary', subject, detail: { words: words.term }, now };
  return act(db, doing, tx => changeWord(tx, id, words));
}

export function removeFromGlossary(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { id, term }: { id: string; term: string },
  now: Temporal.Instant,
): Promise<void> {
  const doing = { person: who, act: 'remove a word from the glossary', subject, detail: { words: term }, now };
  return act(db, doing, tx => removeWord(tx, id));
}
