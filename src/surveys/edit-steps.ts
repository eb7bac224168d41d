import type { SurveyEdit, SurveyVersion } from '../db/schema.ts';
import { findPerson } from '../people/queries.ts';
import type { Deps } from '../web/deps.ts';
import { changesInWords, inOneLine, type Change } from './change-rules.ts';
import { readDefinition, type Definition } from './definition.ts';
import { lastEdit } from './queries.ts';

/** A change that can be undone or done again: its number, who made it, what it does first of all, and what else. */
export type EditRow = { n: number; who: string; words: string; more: string[] };

/** `before`: the survey without the last change. */
export type EditSteps = { undo: EditRow | null; redo: EditRow | null; before: Definition | null };
type Given = { version: SurveyVersion; definition: Definition };

/** The changes that can be undone and done again, in words. */
export async function editSteps({ db, say }: Deps, { version, definition }: Given): Promise<EditSteps> {
  const rowOf = async (edit: SurveyEdit, before: Definition, after: Definition): Promise<EditRow> => {
    const person = await findPerson(db.read, edit.person_id);
    const by = { n: edit.n, who: person?.name ?? '' };
    if (edit.name !== '') return { ...by, words: `${edit.name}.`, more: [] };
    const all = changesInWords(before, after, say);
    // What else a removal brings about, such as rules that go, is the smaller news.
    const [first, ...more] = all.toSorted((a, b) => Number(isLarge(b)) - Number(isLarge(a)));
    const words = first ? inOneLine(after, first) : 'Something small was changed.';
    return { ...by, words, more: more.map(each => inOneLine(after, each)) };
  };
  const [done, undone] = await Promise.all([
    lastEdit(db.read, version.id, 'done'),
    lastEdit(db.read, version.id, 'undone'),
  ]);
  const before = done ? readDefinition(done.definition) : null;
  return {
    undo: done && before ? await rowOf(done, before, definition) : null,
    redo: undone ? await rowOf(undone, definition, readDefinition(undone.definition)) : null,
    before,
  };
}

const isLarge = ({ what }: Change): boolean => what === 'removed' || what === 'added';
