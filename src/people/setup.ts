import { hashToken, randomToken } from '../db/ids.ts';
import type { Deps } from '../web/deps.ts';
import { countPeople, replaceSetupLink } from './queries.ts';

/** While there is nobody yet: a link that makes the first administrator, once. Each call ends the older links. Else null. */
export function offerSetup({ db, config, now }: Deps): Promise<string | null> {
  return db.write.transaction().execute(async tx => {
    if ((await countPeople(tx)) > 0) return null;
    const token = randomToken();
    await replaceSetupLink(tx, hashToken(token), now().toString({ smallestUnit: 'millisecond' }));
    return `${config.publicUrl}/set-up/${token}`;
  });
}
