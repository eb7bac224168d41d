import { countedDay } from '../calendar/closing.ts';
import { hashToken } from '../db/ids.ts';
import { answersToSend } from '../surveys/answers.ts';
import { editionFor } from '../surveys/editions.ts';
import type { Ctx } from '../web/context.ts';
import { one, readForm, type Typed } from '../web/forms.ts';
import { readReading } from '../web/reading.ts';
import { onward } from '../web/onward.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie, keepReceipt, keepTurn, readTurn } from './cookies.ts';
import { createLookForSigns } from './look-for-signs.ts';
import { answersInWords, leftOut, type InWords } from './question-rules.ts';
import { showLost, showNotOpen } from './refusals.ts';
import type { Press } from './sending.ts';
import type { Result } from './settle-rules.ts';
import { notHere } from './step-pages.ts';
import type { LiveSurvey } from './surveys.ts';
import { arrive, holdsUnsent, sentBy, visit, type Arrival, type Journey, type Visit } from './visit.ts';

type CheckView = {
  survey: LiveSurvey;
  surveyTitle: string;
  base: string;
  back: string;
  answers: InWords[];
  /** The id of the answer that somebody comes back to. */
  here: string;
  saved: boolean;
  /** Questions that were answered and are not asked any more. */
  left: string[];
  /** Where the questions begin, while none is answered; else null. */
  unanswered: string | null;
  draft: string;
  isChange: boolean;
  late: boolean;
  short: boolean;
  mayLeave: boolean;
  closesOn: string;
};

/** Also for looking at it before it is published: `surveys/walk-routes.ts`. */
export const checkPage = page<CheckView>('responses/check');

/** Check your answers, and send them. */
export function addSendingPages(site: Site, journey: Journey): void {
  const { deps, sending } = journey;
  const lookForSigns = createLookForSigns(deps);

  site.get('public', '/consultations/:slug/answer/check', async c => {
    const now = await visit(c, journey);
    const elsewhere = await notHere(c, journey, now);
    if (elsewhere) return elsewhere;
    const base = answerPath(now.survey.slug);
    if (!now.draft) return c.redirect(base, 303);
    return c.req.query('begun') ? c.redirect(`${base}/check`, 303) : showCheck(c, journey, now);
  });

  site.post('public', '/consultations/:slug/answer/sending', async c => {
    const typed = await readForm(c);
    // While it is open nobody needs the draft here: sending itself looks it up.
    const here = await arrive(c, journey);
    const now = here.open ? null : await visit(c, journey);
    if (now && !now.mayAnswer) {
      const sent = await sentBy(deps, now);
      return sent ? c.redirect(`${answerPath(now.survey.slug)}/sent`, 303) : showNotOpen(c, deps, now, { typed });
    }
    const token = here.token ?? here.receipt;
    const outcome = token ? await sending.send(pressOf(c, here, token, typed)) : ({ nothing: true } as const);
    return afterSending(c, journey, here, outcome);
  });

  const pressOf = (c: Ctx, here: Arrival, token: string, typed: Typed): Press => ({
    draftId: one(typed, 'draft'),
    tokenHash: hashToken(token),
    day: countedDay(here.survey.dates.closesOn, deps.today()),
    edition: editionFor(here.survey.walk.definition, readReading(c).edition),
    versionId: here.survey.walk.id,
    signsOf: draft => lookForSigns(c, draft, typed),
  });
}

function showCheck(c: Ctx, { deps }: Journey, now: Visit): Promise<Response> {
  const { survey, surveyTitle, late, walk, steps, path, answers, draft, short, kiosk } = now;
  const base = answerPath(survey.slug);
  const say = c.get('say');
  const isChange = draft?.response_id !== null;
  const view = {
    survey,
    surveyTitle,
    base,
    back: isChange ? `${base}/sent` : `${base}/${path.at(-1)?.id ?? ''}`,
    answers: answersInWords(path, answers, say),
    here: c.req.query('at') ?? '',
    saved: holdsUnsent(draft, answers),
    left: leftOut(steps, answers),
    unanswered: Object.keys(answersToSend(walk.definition, answers)).length > 0 ? null : `${base}/${path[0]?.id ?? ''}`,
    draft: draft?.id ?? '',
    isChange,
    late,
    short,
    mayLeave: !kiosk,
    closesOn: say.day(survey.dates.closesOn, deps.today()),
  };
  return checkPage(c, view, { title: `${say('responses.check.heading')}: ${surveyTitle}` });
}

/** Every repeat leads to the same confirmation. */
async function afterSending(c: Ctx, journey: Journey, { survey, token, receipt }: Arrival, outcome: Result) {
  const { deps } = journey;
  const base = answerPath(survey.slug);
  if ('nothing' in outcome) return showLost(c, deps, await visit(c, journey), {});
  if ('missing' in outcome) return c.redirect(`${base}/${outcome.missing}?to=check&needed=1`, 303);
  dropCookie(c, deps, survey, 'draft');
  keepReceipt(c, deps, survey, token ?? receipt ?? '');
  const turn = readTurn(c);
  if (turn) keepTurn(c, deps, survey, { ...turn, done: [...new Set([...turn.done, turn.who])] });
  return onward(c, `${base}/sent`);
}
