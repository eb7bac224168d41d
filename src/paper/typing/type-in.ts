import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import { hashToken, randomId, randomReference } from '../../db/ids.ts';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { enterResponse } from '../../responses/enter.ts';
import { findResponse } from '../../responses/queries.ts';
import type { Version } from '../../responses/settle-rules.ts';
import type { Edition } from '../../words/editions.ts';
import type { Typing } from './check-rules.ts';
import type { Channel } from './form-rules.ts';
import { addTyped } from './queries.ts';

export type Given = Typing & {
  consultationId: string;
  version: Version;
  channel: Channel;
  edition: Edition;
  /** The ISO day on which it came. */
  day: string;
  /** Names this filling of the form, so that pressing twice keeps it once. */
  entry: string;
  now: Temporal.Instant;
};

/** Keeps what was typed of one paper, with who typed it. Gives the response's id. */
export async function typeIn(db: Kysely<Schema>, who: Pick<Who, 'id'>, given: Given): Promise<string> {
  // A space, which no private link can hold: nobody has a link to these answers.
  const tokenHash = hashToken(`typed ${given.entry}`);
  const before = await findResponse(db, tokenHash);
  if (before) return before.id;
  try {
    return await write(db, who, given, tokenHash);
  } catch (error) {
    const meanwhile = await findResponse(db, tokenHash);
    if (meanwhile) return meanwhile.id;
    throw error;
  }
}

function write(db: Kysely<Schema>, who: Pick<Who, 'id'>, given: Given, tokenHash: string): Promise<string> {
  const { consultationId, version, channel, edition, day, now } = given;
  const [id, reference] = [randomId(), randomReference()];
  const subject = { kind: 'consultation', id: consultationId };
  return act(db, { person: who, act: 'type in answers', subject, detail: { reference, channel }, now }, async tx => {
    const entered = { id, consultation_id: consultationId, token_hash: tokenHash, reference, channel, edition, day };
    await enterResponse(tx, entered, version, given.answers);
    const unreadable = JSON.stringify(given.unreadable);
    await addTyped(tx, { response_id: id, consultation_id: consultationId, typed_by: who.id, unreadable });
    return id;
  });
}
