import { z } from 'zod';
import type { Ctx } from '../web/context.ts';
import { emailField } from '../web/fields.ts';
import { checkForm, firstValues, one, readForm, type FieldErrors } from '../web/forms.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { page, type PageOptions } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath } from './cookies.ts';
import { createLinkLimits, mailPrivateLink } from './mail-link.ts';
import { showLost, showNotOpen } from './refusals.ts';
import { whereToCarryOn } from './start-pages.ts';
import type { LiveSurvey } from './surveys.ts';
import { isFromElsewhere, privateLink, visit, type Journey, type Visit } from './visit.ts';

type LaterView = {
  survey: LiveSurvey;
  surveyTitle: string;
  base: string;
  link: string;
  qr: Qr;
  carryOn: string;
  draft: string;
  values: Record<string, string>;
  mailed: boolean;
};

const laterPage = page<LaterView>('responses/later');
const PATH = '/consultations/:slug/answer/later';

/** Come back later: the private link to keep, to print, as a QR code, or by email. */
export function addLaterPages(site: Site, journey: Journey): void {
  const { deps } = journey;
  const limits = createLinkLimits(deps);

  site.get('public', PATH, async c => {
    const now = await visit(c, journey);
    if (!now.mayAnswer || !now.draft || now.kiosk || isFromElsewhere(c))
      return c.redirect(answerPath(now.survey.slug), 303);
    return showLater(c, journey, now, { at: c.req.query('at') ?? '' });
  });

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const now = await visit(c, journey);
    if (!now.mayAnswer) return showNotOpen(c, deps, now, { typed });
    // The page of somebody else must not have this person's link sent to its own address.
    if (!now.token || !now.draft || now.kiosk || one(typed, 'draft') !== now.draft.id)
      return showLost(c, deps, now, typed);
    const say = c.get('say');
    const checked = checkForm(z.object({ email: emailField(say('journey.mail.none')) }), typed);
    const values = firstValues(typed);
    if (!checked.ok) return showLater(c, journey, now, values, { email: say('journey.mail.wrong') });
    const { email } = checked.value;
    if (!limits(c, now.draft.id, email)) {
      return showLater(c, journey, now, values, { email: say('journey.mail.too-many') }, 429);
    }
    await mailPrivateLink(deps, email, now.survey, privateLink(deps, now.survey, now.token, say.edition));
    return c.redirect(`${answerPath(now.survey.slug)}/later?at=${encodeURIComponent(one(typed, 'at'))}&mailed=1`, 303);
  });
}

/** The page that somebody came from. */
function placeLeft(now: Visit, at: string | undefined): string {
  const step = now.path.find(({ id }) => id === at);
  // Here the link may be the other's, whose answers are not to be led into.
  if (now.turn?.otherBegan) return answerPath(now.survey.slug);
  return step ? `${answerPath(now.survey.slug)}/${step.id}` : whereToCarryOn(now);
}

function showLater(
  c: Ctx,
  { deps }: Journey,
  now: Visit,
  values: Record<string, string>,
  errors: FieldErrors = {},
  status?: PageOptions['status'],
): Promise<Response> {
  const { survey, surveyTitle, draft, token } = now;
  const link = privateLink(deps, survey, token ?? '', c.get('say').edition);
  const view = {
    survey,
    surveyTitle,
    base: answerPath(survey.slug),
    link,
    qr: qrOf(link),
    carryOn: placeLeft(now, values.at),
    draft: draft?.id ?? '',
    values,
    mailed: c.req.query('mailed') !== undefined,
  };
  const title = `${c.get('say')('responses.later.heading')}: ${surveyTitle}`;
  return laterPage(c, view, { title, errors, ...(status ? { status } : {}) });
}
