import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import type { Db } from '../../db/dialect.ts';
import type { Schema, TypedCheck } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { correctResponse } from '../../responses/enter.ts';
import type { Version } from '../../responses/settle-rules.ts';
import { conflict } from '../../web/errors.ts';
import type { Typing } from './check-rules.ts';
import { keptOf } from './form-rules.ts';
import { findCheck, setUnreadable, settleCheck, type TypedRow } from './queries.ts';
import { lockStanding, stampOf } from './standing.ts';

type Given = { row: TypedRow; version: Version; typing: Typing; second: number; now: Temporal.Instant };

type Settled = Pick<TypedCheck, 'settled_by'>;

/**
 * Somebody looked at the paper and chose: the answers that stand are kept and counted, in one transaction, once a
 * paper. Gives who settled it: this person, or somebody who was quicker.
 */
export async function settleTyping(db: Kysely<Schema>, who: Pick<Who, 'id'>, given: Given): Promise<Settled> {
  try {
    return await write(db, who, given);
  } catch (error) {
    const quicker = await findCheck(db, given.row.id);
    if (quicker && quicker.settled_at !== null) return quicker;
    throw error;
  }
}

function write(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { row, version, typing, second, now }: Given,
): Promise<Settled> {
  const subject = { kind: 'consultation', id: row.consultation_id };
  const detail = { reference: row.reference, changed: second };
  const settled = { settledAt: now.toString({ smallestUnit: 'millisecond' }), settledBy: who.id };
  return act(db, { person: who, act: 'settle a paper typed twice', subject, detail, now }, async tx => {
    if (!(await settleCheck(tx, row.id, settled))) throw conflict();
    if (second > 0) await rewrite(tx, row, version, typing);
    return { settled_by: who.id };
  });
}

async function rewrite(tx: Db, row: TypedRow, version: Version, { answers, unreadable }: Typing): Promise<void> {
  const before = await lockStanding(tx, row, stampOf(row));
  await correctResponse(tx, before, version, { answers: keptOf(version.definition, answers).kept });
  await setUnreadable(tx, row.id, JSON.stringify(unreadable));
}
