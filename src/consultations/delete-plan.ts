import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation, Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { latestPublication } from '../publications/queries.ts';
import { found } from '../web/errors.ts';
import { countIn, deleteConsultation, keepsIt } from './delete-queries.ts';
import { lockConsultation } from './queries.ts';

/** It stays, and why. Nothing was changed. */
export class MustStay extends Error {}

/**
 * Deletes a consultation that was never published, with everything that belongs to it. What was done with it stays in the
 * audit trail, which then names it by its title. Throws MustStay.
 */
export function deletePlan(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { id, title }: Pick<Consultation, 'id' | 'title'>,
  now: Temporal.Instant,
): Promise<void> {
  const subject = { kind: 'consultation', id };
  return act(db, { person: who, act: 'delete a plan', subject, detail: { title }, now }, async tx => {
    found(await lockConsultation(tx, id));
    const why = await whyItStays(tx, id);
    if (why) throw new MustStay(why);
    await deleteConsultation(tx, id);
  });
}

/** Why it can't be deleted, in a sentence; null when it can. */
export async function whyItStays(db: Db, id: string): Promise<string | null> {
  if (await latestPublication(db, 'consultation', id)) {
    return 'It was published. What families were promised stays for everybody to see, so it cannot be deleted.';
  }
  const held = Object.values(await countIn(db, keepsIt, id));
  if (held.every(count => count === 0)) return null;
  return 'Somebody has answered it, or left an address for its news. What people gave us is not deleted with a plan.';
}
