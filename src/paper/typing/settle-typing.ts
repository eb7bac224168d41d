import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { correctResponse } from '../../responses/enter.ts';
import { lockResponse } from '../../responses/queries.ts';
import type { Version } from '../../responses/settle-rules.ts';
import type { Typing } from './check-rules.ts';
import { keptOf } from './form-rules.ts';
import { setUnreadable, settleCheck, type TypedRow } from './queries.ts';

type Given = { row: TypedRow; version: Version; typing: Typing; second: number; now: Temporal.Instant };

/** Somebody looked at the paper and chose: the answers that stand are kept and counted, in one transaction. */
export function settleTyping(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { row, version, typing, second, now }: Given,
): Promise<void> {
  const subject = { kind: 'consultation', id: row.consultation_id };
  const detail = { reference: row.reference, changed: second };
  return act(db, { person: who, act: 'settle a paper typed twice', subject, detail, now }, async tx => {
    const settledAt = now.toString({ smallestUnit: 'millisecond' });
    if (!(await settleCheck(tx, row.id, { settledAt, settledBy: who.id }))) return;
    const before = await lockResponse(tx, row.token_hash);
    if (!before || second === 0) return;
    await correctResponse(tx, before, version, { answers: keptOf(version.definition, typing.answers).kept });
    await setUnreadable(tx, row.id, JSON.stringify(typing.unreadable));
  });
}
