import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { PromisedDate } from './move-rules.ts';
import { addDateChange, lockConsultation, updateConsultation } from './queries.ts';

export type Move = { which: PromisedDate; was: string; to: string; reason: string };

/** Somebody else moved the date since it was looked at. */
export class MovedAlready extends Error {}

/** Moves a promised date and keeps the reason, which the public page shows (W12, W15). Throws MovedAlready. */
export function moveDate(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  id: string,
  { which, was, to, reason }: Move,
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id };
  return act(db, { person: who, act: 'move date', subject, detail: { which, was, to }, now }, async tx => {
    const row = await lockConsultation(tx, id);
    if (row?.[which] !== was) throw new MovedAlready('The date was moved by somebody else.');
    await updateConsultation(tx, id, { [which]: to });
    await addDateChange(tx, {
      id: randomId(),
      consultation_id: id,
      which,
      was,
      now: to,
      reason,
      changed_at: now.toString({ smallestUnit: 'millisecond' }),
      changed_by: who.id,
    });
  });
}
