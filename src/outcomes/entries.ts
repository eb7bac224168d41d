import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Outcome, Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { isDecision, tidyAnswer, type Entry } from './decision-rules.ts';
import {
  addOutcome,
  listOutcomes,
  removeOutcome,
  replaceOutcomeLinks,
  replaceOutcomeThemes,
  updateOutcome,
} from './queries.ts';

/** A draft entry as it was written, complete or not. */
export type Draft = Entry & { themes: readonly string[]; serviceChanges: readonly string[] };

type By = { db: Kysely<Schema>; who: Pick<Who, 'id'>; now: Temporal.Instant };

/** Adds an entry at the end, or saves one. Gives its id. */
export function saveEntry(by: By, consultationId: string, id: string | null, draft: Draft): Promise<string> {
  const entry = id ?? randomId();
  const doing = doingOf(by, id ? 'edit outcome' : 'add outcome', consultationId);
  return act(by.db, doing, async tx => {
    if (id) await updateOutcome(tx, id, fieldsOf(draft));
    else {
      const position = 1 + Math.max(-1, ...(await listOutcomes(tx, consultationId)).map(row => row.position));
      const made = { created_at: by.now.toString({ smallestUnit: 'millisecond' }), created_by: by.who.id };
      await addOutcome(tx, { id: entry, consultation_id: consultationId, position, ...fieldsOf(draft), ...made });
    }
    await replaceOutcomeThemes(tx, entry, draft.themes);
    await replaceOutcomeLinks(tx, entry, draft.serviceChanges);
    return entry;
  });
}

/** Moves an entry one place up or down. At either end nothing changes. */
export function moveEntry(by: By, consultationId: string, id: string, way: 'up' | 'down'): Promise<void> {
  return act(by.db, doingOf(by, 'move outcome', consultationId), async tx => {
    const ids = (await listOutcomes(tx, consultationId)).map(row => row.id);
    const from = ids.indexOf(id);
    const to = from + (way === 'up' ? -1 : 1);
    if (from < 0 || to < 0 || to >= ids.length) return;
    ids.splice(to, 0, ...ids.splice(from, 1));
    for (const [position, each] of ids.entries()) await updateOutcome(tx, each, { position });
  });
}

/** Takes out an entry that was never published. */
export function takeOutEntry(by: By, consultationId: string, id: string): Promise<void> {
  return act(by.db, doingOf(by, 'remove outcome', consultationId), tx => removeOutcome(tx, id));
}

const doingOf = ({ who, now }: By, what: string, consultationId: string) => ({
  person: who,
  act: what,
  subject: { kind: 'consultation', id: consultationId },
  now,
});

/** The columns of an entry. */
export function fieldsOf(entry: Entry) {
  const { heading, youSaid, decision, words, why, owner, dueOn, doneOn } = tidyAnswer(entry);
  return { heading, you_said: youSaid, decision, words, why, owner, due_on: dueOn, done_on: doneOn };
}

export function entryFrom(row: Outcome): Entry {
  const { heading, words, why, owner, due_on: dueOn, done_on: doneOn } = row;
  const decision = isDecision(row.decision) ? row.decision : '';
  return { heading, youSaid: row.you_said, decision, words, why, owner, dueOn, doneOn };
}
