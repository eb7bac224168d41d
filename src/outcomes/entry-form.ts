import { z } from 'zod';
import { many, optional, optionalDay, required } from '../web/fields.ts';
import { one, readDate, type Typed } from '../web/forms.ts';
import type { ServiceChange } from '../db/schema.ts';
import type { CountedTheme } from '../analysis/theme-queries.ts';
import { isDecision, tidyAnswer, type Entry } from './decision-rules.ts';
import type { Draft } from './entries.ts';

/** A draft may be saved half written; only its heading is needed, to find it again. */
export const entryForm = z.object({
  heading: required('Give it a short heading.', 120),
  you_said: optional(1000),
  themes: many(),
  decision: z.enum(['', 'done', 'will', 'cannot', 'not-yet'], { message: 'Choose what was decided.' }),
  words: optional(1500),
  why: optional(1500),
  owner: optional(120),
  due_on: optionalDay(),
  done_on: optionalDay(),
  service_changes: many(),
});

/** The same for an entry that is public, with the reason for a promise that is missed or moved. */
export const changeForm = entryForm.omit({ themes: true }).extend({ reason: optional(400) });

type Fields = Omit<z.infer<typeof entryForm>, 'themes'>;

export function entryOf(fields: Fields): Entry {
  const decision = isDecision(fields.decision) ? fields.decision : '';
  const { heading, words, why, owner, you_said: youSaid } = fields;
  const dates = { dueOn: fields.due_on || null, doneOn: fields.done_on || null };
  return tidyAnswer({ heading, youSaid, decision, words, why, owner, ...dates });
}

/** Only themes and service changes that this officer was offered. */
export function draftOf(
  fields: z.infer<typeof entryForm>,
  themes: readonly CountedTheme[],
  changes: readonly ServiceChange[],
): Draft {
  const isOffered = (rows: readonly { id: string }[]) => (id: string) => rows.some(row => row.id === id);
  const own = [...new Set(fields.themes)].filter(isOffered(themes));
  return { ...entryOf(fields), themes: own, serviceChanges: offeredOf(fields.service_changes, changes) };
}

export const offeredOf = (ids: readonly string[], changes: readonly ServiceChange[]): string[] =>
  [...new Set(ids)].filter(id => changes.some(change => change.id === id));

export type Values = Record<string, string | string[]>;

/** An entry as the form shows it. */
export const valuesOf = (entry: Entry, themes: readonly string[], serviceChanges: readonly string[]): Values => ({
  heading: entry.heading,
  you_said: entry.youSaid,
  decision: entry.decision,
  words: entry.words,
  why: entry.why,
  owner: entry.owner,
  due_on: entry.dueOn ?? '',
  done_on: entry.doneOn ?? '',
  reason: '',
  themes: [...themes],
  service_changes: [...serviceChanges],
});

/** What the form of an entry shows. */
export type EntryView = {
  id: string;
  consultation: string;
  /** null: a new one. */
  entryId: string | null;
  values: Values;
  themes: CountedTheme[];
  serviceChanges: ServiceChange[];
  /** True for an entry that is public: the change is published at once. */
  change: boolean;
  /** How many are then told by post or phone; 0 for a draft. */
  listed: number;
};

/** What was typed, dates put together, so that the form comes back as it was sent. */
export function typedValues(typed: Typed): Values {
  const first = Object.fromEntries(Object.keys(typed).map(name => [name, one(typed, name)]));
  const dates = { due_on: readDate(typed, 'due_on'), done_on: readDate(typed, 'done_on') };
  return { ...first, ...dates, themes: typed['themes'] ?? [], service_changes: typed['service_changes'] ?? [] };
}
