import { timingSafeEqual } from 'node:crypto';
import type { Config } from '../config.ts';
import { keyed } from '../db/ids.ts';
import type { Concern } from '../db/schema.ts';

type Secret = Pick<Config, 'secret'>;

/** How long a page that was opened by the link stays open, in hours. */
export const VISIT_HOURS = 12;
const LINK_DAYS = 30;

/** The private path that opens one worry, for the safeguarding lead, who has no account. Every mail holds the same. */
export const concernLinkPath = (config: Secret, id: string): string => `/worries/${id}/${keyFor(config, id)}`;

export const isConcernKey = (config: Secret, id: string, key: string): boolean => isSame(key, keyFor(config, id));

/** The link works until the worry was seen, and in any case for 30 days after it was raised. */
export function isLinkOver({ seen_at, raised_at }: Concern, now: Temporal.Instant): boolean {
  const kept = Temporal.Instant.from(raised_at).add({ hours: LINK_DAYS * 24 });
  return seen_at !== null && Temporal.Instant.compare(now, kept) > 0;
}

/** What the cookie of a visit holds: until when it lasts, signed, for this worry alone. It is not the link's key. */
export function startVisit(config: Secret, id: string, now: Temporal.Instant): string {
  const ends = String(now.add({ hours: VISIT_HOURS }).epochMilliseconds);
  return `${ends}.${visitKey(config, id, ends)}`;
}

export function isVisit(config: Secret, id: string, cookie: string, now: Temporal.Instant): boolean {
  const [ends = '', key = ''] = cookie.split('.');
  return isSame(key, visitKey(config, id, ends)) && now.epochMilliseconds < Number(ends);
}

const keyFor = ({ secret }: Secret, id: string): string => keyed(secret, 'worry', id);

const visitKey = ({ secret }: Secret, id: string, ends: string): string => keyed(secret, 'worry visit', id, ends);

function isSame(given: string, wanted: string): boolean {
  // Letters beyond ASCII take more bytes than the key has, and unequal lengths can't be compared.
  return /^[\w-]{43}$/.test(given) && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));
}
