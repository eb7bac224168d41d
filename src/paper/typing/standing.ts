/** Whether a paper still stands as somebody saw it: two people may have it open, and a form may be sent twice. */
import type { Db } from '../../db/dialect.ts';
import { hashToken } from '../../db/ids.ts';
import type { Response } from '../../db/schema.ts';
import { lockResponse } from '../../responses/queries.ts';
import type { Came } from '../../responses/settle-rules.ts';
import { PageError } from '../../web/errors.ts';
import type { Typing } from './check-rules.ts';
import { findTyped, type TypedRow } from './queries.ts';

/** All that can be typed of a paper, as it is kept. */
export type Standing = Pick<TypedRow, 'channel' | 'day' | 'edition' | 'answers' | 'unreadable'>;

/** Somebody else changed the paper since it was looked at. Nothing was saved. */
export class PaperChanged extends PageError {
  constructor() {
    super(409, 'conflict');
  }
}

export const standingOf = ({ answers, unreadable }: Typing, { channel, day, edition }: Came): Standing => ({
  channel,
  day,
  edition,
  answers: JSON.stringify(answers),
  unreadable: JSON.stringify(unreadable),
});

export const stampOf = ({ channel, day, edition, answers, unreadable }: Standing): string =>
  hashToken(JSON.stringify([channel, day, edition, answers, unreadable])).slice(0, 12);

/** Locks the paper, if it still stands as this stamp says. */
export async function lockStanding(tx: Db, row: TypedRow, stamp: string): Promise<Response> {
  const before = await lockResponse(tx, row.token_hash);
  // Read behind the lock: whoever held it before may have changed the paper.
  const now = await findTyped(tx, row.consultation_id, row.id);
  if (!before || !now || stampOf(now) !== stamp) throw new PaperChanged();
  return before;
}
