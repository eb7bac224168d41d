import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import { hashToken, randomId, randomReference } from '../../db/ids.ts';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { enterResponse } from '../../responses/enter.ts';
import type { Version } from '../../responses/settle-rules.ts';
import type { Edition } from '../../words/editions.ts';
import type { Typing } from './check-rules.ts';
import type { Channel } from './form-rules.ts';
import { addTyped, findByToken, type TypedRow } from './queries.ts';
import { stampOf, standingOf } from './standing.ts';

export type Given = Typing & {
  consultationId: string;
  version: Version;
  channel: Channel;
  edition: Edition;
  /** The ISO day on which it came. */
  day: string;
  /** Names this filling of the form, so that pressing twice keeps it once. The browser's Back brings it again. */
  entry: string;
  now: Temporal.Instant;
};

/** The id of the paper that was kept; or the paper that this form was used for before, and nothing was kept. */
export type Outcome = { saved: string } | { used: TypedRow };

/** Keeps what was typed of one paper, with who typed it. */
export async function typeIn(db: Kysely<Schema>, who: Pick<Who, 'id'>, given: Given): Promise<Outcome> {
  // A space, which no private link can hold: nobody has a link to these answers.
  const tokenHash = hashToken(`typed ${given.consultationId} ${given.entry}`);
  const before = await findByToken(db, given.consultationId, tokenHash);
  if (before) return again(before, given);
  try {
    return { saved: await write(db, who, given, tokenHash) };
  } catch (error) {
    const meanwhile = await findByToken(db, given.consultationId, tokenHash);
    if (meanwhile) return again(meanwhile, given);
    throw error;
  }
}

// The same once more is a second press. Anything else may be the next paper, or this one put right: only a person knows.
const again = (before: TypedRow, given: Given): Outcome =>
  stampOf(before) === stampOf(standingOf(given, given)) ? { saved: before.id } : { used: before };

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
