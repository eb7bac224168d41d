import type { SurveyVersion } from '../db/schema.ts';
import { findPerson } from '../people/queries.ts';
import type { Deps } from '../web/deps.ts';
import { changesInWords, NOTHING, type Change } from './change-rules.ts';
import { readDefinition, type Definition } from './definition.ts';
import { called } from './number-rules.ts';
import { lastEdit } from './queries.ts';

/** A change that can be undone or done again: its number, who made it, and the first of what it does. */
export type EditRow = { n: number; who: string; words: string; more: number };

export type EditSteps = { undo: EditRow | null; redo: EditRow | null };
type Given = { version: SurveyVersion; definition: Definition };

/** The changes that can be undone and done again, in words. */
export async function editSteps({ db, say }: Deps, { version, definition }: Given): Promise<EditSteps> {
  const rowOf = async (which: 'done' | 'undone'): Promise<EditRow | null> => {
    const edit = await lastEdit(db.read, version.id, which);
    if (!edit) return null;
    const other = readDefinition(edit.definition);
    const [before, after] = which === 'done' ? [other, definition] : [definition, other];
    const all = changesInWords(before, after, say);
    // What else a removal brings about, such as rules that go, is the smaller news.
    const [first, ...more] = all.toSorted((a, b) => Number(isLarge(b)) - Number(isLarge(a)));
    const person = await findPerson(db.read, edit.person_id);
    return { n: edit.n, who: person?.name ?? '', words: stepInWords(after, first), more: more.length };
  };
  const [undo, redo] = await Promise.all([rowOf('done'), rowOf('undone')]);
  return { undo, redo };
}

const isLarge = ({ what }: Change): boolean => what === 'removed' || what === 'added';

function stepInWords(after: Definition, change: Change | undefined): string {
  if (!change) return 'Something small was changed.';
  const { id, words, was, is } = change;
  if (id === null || was + is === '') return words;
  return was === NOTHING ? `${called(after, id)} now says ‘${is}’.` : `${called(after, id)}: ‘${was}’ became ‘${is}’.`;
}
