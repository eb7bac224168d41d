import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { isEdition, type Edition } from '../words/editions.ts';
import type { LiveSurvey } from './surveys.ts';

// `draft` finds answers that are not sent; after sending it goes, and `receipt` lets the confirmation be seen for a
// while. `kiosk` says only that many people share this device, and makes the other two short. These are sent to
// this survey's own pages alone, so a page outside them never learns whose device it is. `turn` is known to the page that a
// child and an adult share, too: it says which of them is at the device and who has sent, and nothing of answers.

type Name = 'draft' | 'receipt';

/** On a shared device everything is forgotten when nobody has pressed anything for so long. */
export const KIOSK_MINUTES = 5;

const KIOSK_SECONDS = KIOSK_MINUTES * 60;
const RECEIPT_SECONDS = 15 * 60;
const TURN_SECONDS = 86_400;
// As long as browsers keep one: a close may be moved, and nobody comes by to be told. What it opens goes in time.
const LONGEST_SECONDS = 400 * 86_400;

export const answerPath = (slug: string): string => `/consultations/${slug}/answer`;

/** The token in one of the cookies, or null. */
export function readToken(c: Ctx, name: Name): string | null {
  const cookies = c.req.header('cookie');
  if (!cookies) return null;
  return TOKENS[name].exec(cookies)?.[1] ?? null;
}

const TOKENS = {
  draft: /(?:^|;\s*)draft=([\w-]{43})(?:;|$)/,
  receipt: /(?:^|;\s*)receipt=([\w-]{43})(?:;|$)/,
} as const;

/** Whether this device is shared, as at an event or in a library. */
export const readKiosk = (c: Ctx): boolean => /(?:^|;\s*)kiosk=yes(?:;|$)/.test(c.req.header('cookie') ?? '');

/** The draft's cookie outlives the draft, whose close may be moved. On a shared device it is short, and each page renews it. */
export function keepDraft(c: Ctx, deps: Deps, survey: LiveSurvey, token: string): void {
  write(c, deps, survey.slug, 'draft', token, readKiosk(c) ? KIOSK_SECONDS : LONGEST_SECONDS);
}

export function keepReceipt(c: Ctx, deps: Deps, survey: LiveSurvey, token: string): void {
  write(c, deps, survey.slug, 'receipt', token, readKiosk(c) ? KIOSK_SECONDS : RECEIPT_SECONDS);
}

export function dropCookie(c: Ctx, deps: Deps, survey: LiveSurvey, name: Name): void {
  if (readToken(c, name)) write(c, deps, survey.slug, name, '', 0);
}

/** The setting outlives the survey, whose close may be moved. */
export function keepKiosk(c: Ctx, deps: Deps, survey: LiveSurvey, shared: boolean): void {
  write(c, deps, survey.slug, 'kiosk', shared ? 'yes' : '', shared ? LONGEST_SECONDS : 0);
}

/**
 * Whose turn it is where two answer together, how the adult reads, and who has sent their answers. `otherBegan`: what is
 * begun on this device may be the other's.
 */
export type Turn = { who: Who; adultReads: Edition; done: readonly Who[]; otherBegan: boolean };
export type Who = 'child' | 'adult';

export const otherOf = (who: Who): Who => (who === 'child' ? 'adult' : 'child');

export function readTurn(c: Ctx): Turn | null {
  const cookies = c.req.header('cookie') ?? '';
  const [, who, second, edition, done = ''] =
    /(?:^|;\s*)turn=(child|adult)(-second)?\.([a-z]+)((?:\.(?:child|adult))*)(?:;|$)/.exec(cookies) ?? [];
  if (!who || !isEdition(edition)) return null;
  return {
    who: who as Who,
    adultReads: edition,
    done: (['child', 'adult'] as const).filter(each => done.includes(each)),
    otherBegan: second !== undefined,
  };
}

export function keepTurn(c: Ctx, deps: Deps, { slug }: LiveSurvey, { who, adultReads, done, otherBegan }: Turn): void {
  write(
    c,
    deps,
    slug,
    'turn',
    [otherBegan ? `${who}-second` : who, adultReads, ...done].join('.'),
    TURN_SECONDS,
    sharedPath(slug),
  );
}

/** What was sent from this device is shown no more: told to the answers' own pages from the page that two share. */
export const forgetReceipt = (c: Ctx, deps: Deps, { slug }: LiveSurvey): void => write(c, deps, slug, 'receipt', '', 0);

const sharedPath = (slug: string): string => `/consultations/${slug}`;

function write(
  c: Ctx,
  { config }: Deps,
  slug: string,
  name: Name | 'kiosk' | 'turn',
  value: string,
  seconds: number,
  path = answerPath(slug),
): void {
  const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
  const line = `${name}=${value}; Max-Age=${seconds}; Path=${path}; HttpOnly; SameSite=Lax${secure}`;
  c.set('cookies', [...(c.get('cookies') ?? []), line]);
}
