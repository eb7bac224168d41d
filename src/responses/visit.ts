import { draftsGo, isJustClosed } from '../calendar/closing.ts';
import { hashToken } from '../db/ids.ts';
import type { Draft, Response } from '../db/schema.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import type { Around, Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { editionFor } from '../surveys/editions.ts';
import { pathOf } from '../surveys/steps.ts';
import { isEdition, type Edition } from '../words/editions.ts';
import { keepReading, readReading } from '../web/reading.ts';
import { param } from '../web/site.ts';
import {
  answerPath,
  dropCookie,
  keepDraft,
  KIOSK_MINUTES,
  readKiosk,
  readToken,
  readTurn,
  type Turn,
} from './cookies.ts';
import { shortPath } from './short-rules.ts';
import { findDraft, findResponse } from './queries.ts';
import type { Drafts } from './drafts.ts';
import type { Sending } from './sending.ts';
import { stepsIn, type ReadStep } from './reading-rules.ts';
import type { Version } from './settle-rules.ts';
import { isOpen, type LiveSurvey, type Surveys } from './surveys.ts';

/** What the pages of the journey work with. */
export type Journey = { deps: Deps; surveys: Surveys; drafts: Drafts; sending: Sending };

/** Who is at the page: somebody with a draft, somebody who has just sent, or somebody new. */
export type Visit = {
  survey: LiveSurvey;
  /** Many people share this device. */
  kiosk: boolean;
  /** Whose turn it is, where a child and an adult answer together on this device. */
  turn: Turn | null;
  open: boolean;
  /** It has just closed: what this device has begun may still be sent. */
  late: boolean;
  /** Whether questions are shown and answers taken here. */
  mayAnswer: boolean;
  /** The raw tokens of the two cookies. */
  token: string | null;
  receipt: string | null;
  draft: Draft | null;
  answers: Answers;
  /** The newest version: a draft moves on to it, and keeps the answers whose questions remain. */
  walk: Version;
  edition: Edition;
  /** The survey's title in that edition. */
  surveyTitle: string;
  /** Every page in that edition, and those that the answers lead through. */
  steps: readonly ReadStep[];
  path: readonly ReadStep[];
  /** Only the most important questions: see `shortPath`. */
  short: boolean;
};

/** The pages that answers lead through, all of them or the most important alone. */
export function wayThrough({ steps, short }: Pick<Visit, 'steps' | 'short'>, answers: Answers): ReadStep[] {
  const path = pathOf(steps, answers);
  return short ? shortPath(path) : path;
}

export async function visit(c: Ctx, journey: Journey): Promise<Visit> {
  const here = await arrive(c, journey);
  const { survey, open, late, token } = here;
  if (isPersonal(c)) c.header('cache-control', 'no-store');
  const draft = token ? await draftOf(journey.deps, survey, token) : null;
  const answers = draft ? (JSON.parse(draft.answers) as Answers) : {};
  const kiosk = readKiosk(c);
  if (kiosk && token && draft) keepDraft(c, journey.deps, survey, token);
  if (!draft && isOver(journey, survey)) dropCookie(c, journey.deps, survey, 'draft');
  const short = draft ? draft.shortened_at !== null : c.req.query('short') !== undefined;
  const read = readIn(c, survey, survey.walk, answers, short);
  const turn = kiosk ? null : readTurn(c);
  c.set('around', aroundOf(survey, kiosk, read.edition === 'child' || turn?.who === 'child'));
  return {
    ...read,
    ...here,
    kiosk,
    turn,
    mayAnswer: open || (late && draft !== null),
    draft,
  };
}

/** What is known before anybody looks what this device has begun. */
export type Arrival = Pick<Visit, 'survey' | 'open' | 'late' | 'token' | 'receipt'>;

export async function arrive(c: Ctx, { deps, surveys }: Journey): Promise<Arrival> {
  const survey = found(await surveys.find(param(c, 'slug'), c.get('say')));
  const open = isOpen(survey, deps.today());
  const late = !open && isJustClosed(survey.dates.closesOn, deps.now());
  return { survey, open, late, token: readToken(c, 'draft'), receipt: readToken(c, 'receipt') };
}

/** A version in the edition that this reader chose, and the way that answers take through it. */
export function readIn(c: Ctx, { said }: LiveSurvey, walk: Version, answers: Answers, short = false) {
  const say = c.get('say');
  const edition = editionFor(walk.definition, readReading(c).edition);
  const steps = stepsIn(walk, edition, say);
  const surveyTitle = said.title;
  return { walk, answers, edition, surveyTitle, steps, short, path: wayThrough({ steps, short }, answers) };
}

const isOver = ({ deps }: Journey, { dates }: LiveSurvey): boolean =>
  Temporal.Instant.compare(deps.now(), draftsGo(dates.closesOn)) >= 0;

async function draftOf({ db }: Deps, survey: LiveSurvey, token: string): Promise<Draft | null> {
  const draft = await findDraft(db.read, hashToken(token));
  return draft?.consultation_id === survey.id ? draft : null;
}

/** Whether a draft holds an answer. What was sent before a change is not the draft's alone, so that does not count. */
export const holdsUnsent = (draft: Draft | null, answers: Answers): boolean =>
  draft?.response_id === null && Object.values(answers).some(answer => answer !== null);

export type Sent = { token: string; response: Response };

/** What this device has sent: by its receipt, or by the draft's cookie when another page has sent it meanwhile. */
export async function sentBy({ db }: Deps, { survey, token, receipt }: Visit): Promise<Sent | null> {
  for (const each of [receipt, token]) {
    const response = each ? await findResponse(db.read, hashToken(each)) : undefined;
    if (each && response?.consultation_id === survey.id) return { token: each, response };
  }
  return null;
}

/** Whether this page is somebody's own, so that no ready copy may be sent. */
export const isPersonal = (c: Ctx): boolean =>
  readToken(c, 'draft') !== null || readToken(c, 'receipt') !== null || readKiosk(c) || readTurn(c) !== null;

/**
 * Whether somebody came by a link on another site: then the first page asks who they are before it shows any answer. The
 * site's own pages, a page loaded again and the Back button carry on; so does what this device's own history holds.
 */
export function isFromElsewhere(c: Ctx): boolean {
  const from = c.req.header('sec-fetch-site');
  return isPersonal(c) && (from === 'cross-site' || from === 'same-site');
}

/** Whether somebody comes from a page of this site, not by an address alone. Old iPads say only which page it was. */
export function isOwnStep(c: Ctx, { config }: Deps): boolean {
  if (c.req.method !== 'GET') return false;
  const from = c.req.header('sec-fetch-site');
  return from ? from === 'same-origin' : URL.parse(c.req.header('referer') ?? '')?.origin === config.publicUrl;
}

const aroundOf = ({ slug, plan, said }: LiveSurvey, kiosk: boolean, forChild: boolean): Around => ({
  base: answerPath(slug),
  exitTo: plan.exitAddress ?? '',
  shared: kiosk ? { minutes: KIOSK_MINUTES, waits: true } : null,
  forChild,
  support: said.support,
});

/**
 * The link that leads back to a draft, or to what was sent, and says in which edition it was read. It is shown and
 * mailed, and kept nowhere.
 */
export const privateLink = ({ config }: Deps, { slug }: LiveSurvey, token: string, edition: Edition): string =>
  `${config.publicUrl}${answerPath(slug)}/link/${token}${edition === 'plain' ? '' : `?in=${edition}`}`;

/** Another device reads as the link says. Nobody chose plain English, so it takes no other choice away. */
export function readAsIn(c: Ctx, { deps }: Journey, edition: string | undefined): void {
  if (isEdition(edition) && edition !== 'plain') keepReading(c, deps, { ...readReading(c), edition });
}
