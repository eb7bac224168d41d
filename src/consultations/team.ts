import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { addTeamMember, listTeam, lockConsultation } from './queries.ts';
import { removeTeamMember } from './team-queries.ts';

type Given = { id: string; personId: string; now: Temporal.Instant };

/** Puts an officer on the team: from then on they may read what people wrote. */
export function joinTeam(db: Kysely<Schema>, who: Pick<Who, 'id'>, { id, personId, now }: Given): Promise<void> {
  const at = now.toString({ smallestUnit: 'millisecond' });
  return act(db, { ...doing(who, id, personId, now), act: 'add to team' }, tx =>
    addTeamMember(tx, { consultation_id: id, person_id: personId, added_by: who.id, added_at: at }),
  );
}

/** Nobody would be left to read the answers. */
export class LastOnTeam extends Error {}

/** Takes somebody off the team. Throws LastOnTeam. */
export function leaveTeam(db: Kysely<Schema>, who: Pick<Who, 'id'>, { id, personId, now }: Given): Promise<void> {
  return act(db, { ...doing(who, id, personId, now), act: 'take off team' }, async tx => {
    await lockConsultation(tx, id);
    const others = (await listTeam(tx, id)).filter(each => each.id !== personId);
    if (others.length === 0) throw new LastOnTeam('Somebody has to stay on the team.');
    await removeTeamMember(tx, id, personId);
  });
}

function doing(who: Pick<Who, 'id'>, id: string, personId: string, now: Temporal.Instant) {
  return { person: who, subject: { kind: 'consultation', id }, detail: { person: personId }, now };
}
