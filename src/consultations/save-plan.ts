import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { found } from '../web/errors.ts';
import type { PlanPerson } from './plan.ts';
import { promisedDates } from './move-rules.ts';
import { lockConsultation, replaceConsultationPeople, updateConsultation } from './queries.ts';

/** The fields of a consultation that its plan form fills in. */
export type PlanFields = Partial<Omit<Consultation, 'id' | 'slug' | 'organisation_id' | 'created_at' | 'created_by'>>;

/** Saves what was written of a plan, complete or not. What is public changes only when it is published again. */
export function savePlan(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  id: string,
  fields: PlanFields,
  now: Temporal.Instant,
): Promise<void> {
  const detail: Record<string, string> = {};
  const doing = { person: who, act: 'edit plan', subject: { kind: 'consultation', id }, detail, now };
  return act(db, doing, async tx => {
    const before = found(await lockConsultation(tx, id));
    Object.assign(detail, changedParts(before, fields));
    await updateConsultation(tx, id, fields);
  });
}

/** The names of the fields that are written anew, and the new dates among them. The words stand in the plan itself. */
function changedParts(before: Consultation, fields: PlanFields): Record<string, string> {
  const changed = (Object.keys(fields) as (keyof PlanFields)[]).filter(name => fields[name] !== before[name]);
  const dates = promisedDates.filter(name => changed.includes(name)).map(name => [name, fields[name] ?? '']);
  return { changed: changed.join(' '), ...Object.fromEntries(dates) };
}

/** Saves who is involved, in this order. */
export function savePeople(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  id: string,
  people: readonly PlanPerson[],
  now: Temporal.Instant,
): Promise<void> {
  const doing = { person: who, act: 'edit people', subject: { kind: 'consultation', id }, now };
  const rows = people.map((person, position) => ({ id: randomId(), consultation_id: id, position, ...person }));
  return act(db, doing, tx => replaceConsultationPeople(tx, id, rows));
}
