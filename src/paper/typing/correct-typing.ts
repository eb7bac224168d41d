import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import { correctResponse } from '../../responses/enter.ts';
import type { Came, Version } from '../../responses/settle-rules.ts';
import type { Typing } from './check-rules.ts';
import { setUnreadable, type TypedRow } from './queries.ts';
import { lockStanding } from './standing.ts';

type Given = {
  row: TypedRow;
  version: Version;
  typing: Typing;
  came: Came;
  /** Of the paper as it stood when somebody began to correct it. */
  stamp: string;
  now: Temporal.Instant;
};

/** Puts right a paper that was typed wrongly: what stands is kept and counted, in one transaction. Or `PaperChanged`. */
export function correctTyping(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { row, version, typing, came, stamp, now }: Given,
): Promise<void> {
  const subject = { kind: 'consultation', id: row.consultation_id };
  const detail = { reference: row.reference };
  return act(db, { person: who, act: 'correct typed answers', subject, detail, now }, async tx => {
    const before = await lockStanding(tx, row, stamp);
    await correctResponse(tx, before, version, { ...came, answers: typing.answers });
    await setUnreadable(tx, row.id, JSON.stringify(typing.unreadable));
  });
}
