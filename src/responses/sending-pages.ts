import { countedDay } from '../calendar/closing.ts';
import { hashToken } from '../db/ids.ts';
import type { Ctx } from '../web/context.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie, keepReceipt } from './cookies.ts';
import { createLookForSigns } from './look-for-signs.ts';
import { answersInWords, type InWords } from './question-rules.ts';
import { showLost, showNotOpen } from './refusals.ts';
import { notHere } from './step-pages.ts';
import type { LiveSurvey } from './surveys.ts';
import { sentBy, visit, type Journey, type Visit } from './visit.ts';

type CheckView = {
  survey: LiveSurvey;
  surveyTitle: string;
  base: string;
  back: string;
  answers: InWords[];
  draft: string;
  isChange: boolean;
  late: boolean;
  short: boolean;
  mayLeave: boolean;
  closesOn: string;
};

const checkPage = page<CheckView>('responses/check');

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
    const now = await visit(c, journey);
    if (!now.mayAnswer) {
      const sent = await sentBy(deps, now);
      return sent ? c.redirect(`${answerPath(now.survey.slug)}/sent`, 303) : showNotOpen(c, deps, now, { typed });
    }
    const token = now.token ?? now.receipt;
    if (!token) return showLost(c, deps, now, typed);
    const day = countedDay(now.survey.dates.closesOn, deps.today());
    const unusual = lookForSigns(c, now, typed);
    const { edition, walk } = now;
    const of = { draftId: one(typed, 'draft'), tokenHash: hashToken(token), day };
    const press = { ...of, edition, versionId: walk.id, unusual };
    return afterSending(c, journey, now, token, await sending.send(press));
  });
}

function showCheck(c: Ctx, { deps }: Journey, now: Visit): Promise<Response> {
  const { survey, surveyTitle, late, path, answers, draft, short, kiosk } = now;
  const base = answerPath(survey.slug);
  const say = c.get('say');
  const view = {
    survey,
    surveyTitle,
    base,
    back: `${base}/${path.at(-1)?.id ?? ''}`,
    answers: answersInWords(path, answers, say),
    draft: draft?.id ?? '',
    isChange: draft?.response_id !== null,
    late,
    short,
    mayLeave: !kiosk,
    closesOn: say.day(survey.dates.closesOn, deps.today()),
  };
  return checkPage(c, view, { title: `${say('responses.check.heading')}: ${surveyTitle}` });
}

type Outcome = Awaited<ReturnType<Journey['sending']['send']>>;

/** Every repeat leads to the same confirmation. */
function afterSending(c: Ctx, { deps }: Journey, now: Visit, token: string, outcome: Outcome) {
  const base = answerPath(now.survey.slug);
  if ('nothing' in outcome) return showLost(c, deps, now, {});
  if ('missing' in outcome) return c.redirect(`${base}/${outcome.missing}?to=check&needed=1`, 303);
  dropCookie(c, deps, now.survey, 'draft');
  keepReceipt(c, deps, now.survey, token);
  return c.redirect(`${base}/sent`, 303);
}
