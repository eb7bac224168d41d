import type { Db } from '../db/dialect.ts';
import { hashToken, randomToken } from '../db/ids.ts';
import type { Deps } from '../web/deps.ts';
import { addSignInLink } from './queries.ts';

export const LINK_MINUTES = 10;
const NEVER = '9999-12-31T00:00:00.000Z';

type LinkDeps = Pick<Deps, 'db' | 'config' | 'now'>;

/** Makes a link that signs this person in and gives its whole address. It works once, for ten minutes; in the demo always. */
export async function createSignInLink(deps: LinkDeps, personId: string, db: Db = deps.db.write): Promise<string> {
  const token = randomToken();
  const expires = deps.now().add({ minutes: LINK_MINUTES }).toString({ smallestUnit: 'millisecond' });
  await addSignInLink(db, {
    token_hash: hashToken(token),
    person_id: personId,
    expires_at: deps.config.reusableLinks ? NEVER : expires,
    used_at: null,
  });
  return `${deps.config.publicUrl}/sign-in/${token}`;
}
