import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { randomId } from '../db/ids.ts';
import type { Consultation, Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { PlanPerson } from './plan.ts';
import { replaceConsultationPeople, updateConsultation } from './queries.ts';

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
  const doing = { person: who, act: 'edit plan', subject: { kind: 'consultation', id }, now };
  return act(db, doing, tx => updateConsultation(tx, id, fields));
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
