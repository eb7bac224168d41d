import { hashToken, randomToken } from '../db/ids.ts';
import type { Draft } from '../db/schema.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { clientOf, isKnown } from '../web/client.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { one, type Typed } from '../web/forms.ts';
import { createBursts } from './burst-rules.ts';
import { isFast, keptSigns, type Sign } from './unusual-rules.ts';

/** What looks unusual about answers that are being sent, as the response keeps it; null for nothing. */
export type LookForSigns = (c: Ctx, draft: Draft, typed: Typed) => string | null;

// A family is a few people. Where more send, all count, and the team is told.
const MOST_FROM_ONE_ADDRESS = 20;
const MINUTES = 10;

/** Costs no look at the disk. Addresses are counted under a key that this process alone knows, for twenty minutes. */
export function createLookForSigns({ config, now: clock }: Deps): LookForSigns {
  const bursts = createBursts(MOST_FROM_ONE_ADDRESS, MINUTES);
  const key = randomToken();
  const isBurst = (c: Ctx): boolean => {
    const client = clientOf(c, config.trustedProxies);
    return isKnown(client) && bursts.add(hashToken(`${key} ${client}`), clock().epochMilliseconds);
  };
  return (c, draft, typed) => {
    // A change of what was sent is no new answer.
    if (draft.response_id !== null) return null;
    const answered = Object.values(JSON.parse(draft.answers) as Answers).filter(answer => answer !== null).length;
    const found: Sign[] = [];
    if (isBurst(c)) found.push('address');
    if (isFast(draft.begun_at, clock(), answered)) found.push('fast');
    if (one(typed, HIDDEN_FIELD) !== '') found.push('hidden');
    return keptSigns(found);
  };
}

/** Stands in a part of the page that nobody sees, reaches or hears: only a program fills it in. */
const HIDDEN_FIELD = 'subject';
