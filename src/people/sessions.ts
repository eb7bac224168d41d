import type { Db } from '../db/dialect.ts';
import { hashToken, randomToken } from '../db/ids.ts';
import { addSession } from './queries.ts';

export const SESSION_HOURS = 12;

/** Signs somebody in for twelve hours and gives the token for their cookie. */
export async function startSession(db: Db, personId: string, now: Temporal.Instant): Promise<string> {
  const token = randomToken();
  await addSession(db, {
    tokenHash: hashToken(token),
    personId,
    now: now.toString({ smallestUnit: 'millisecond' }),
    expiresAt: now.add({ hours: SESSION_HOURS }).toString({ smallestUnit: 'millisecond' }),
  });
  return token;
}
