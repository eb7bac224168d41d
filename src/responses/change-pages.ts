import type { Ctx } from '../web/context.ts';
import { conflict } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie, keepDraft, keepReceipt } from './cookies.ts';
import { deleteDrafts, findDraft } from './queries.ts';
import { showLost, showNotOpen } from './refusals.ts';
import { sentBy, visit, type Journey, type Sent, type Visit } from './visit.ts';

/** Changing what was sent: begun as a draft of it, and given up again. */
export function addChangePages(site: Site, journey: Journey): void {
  const { deps, surveys, drafts } = journey;

  site.post('public', '/consultations/:slug/answer/change', async c => {
    const { now, sent } = await whoseForm(c, journey);
    if (!sent) return showLost(c, deps, now, {});
    const begun = await findDraft(deps.db.read, sent.response.token_hash);
    if (!now.open && !(now.late && begun)) return showNotOpen(c, deps, now, { typed: {} });
    if (sent.response.withdrawn_on === null) {
      const walk = await surveys.version(sent.response.version_id);
      await drafts.beginChange(sent.response, walk, deps.now());
      keepDraft(c, deps, now.survey, sent.token);
    }
    return c.redirect(`${answerPath(now.survey.slug)}/check`, 303);
  });

  site.post('public', '/consultations/:slug/answer/unchanged', async c => {
    const typed = await readForm(c);
    const now = await visit(c, journey);
    const sent = await sentBy(deps, now);
    if (!sent) return showLost(c, deps, now, typed);
    // Where the change was sent meanwhile there is nothing to give up.
    if (now.draft?.response_id === sent.response.id && now.draft.id === one(typed, 'draft')) {
      await deleteDrafts(deps.db.write, [now.draft.id]);
      dropCookie(c, deps, now.survey, 'draft');
      keepReceipt(c, deps, now.survey, sent.token);
    }
    return c.redirect(`${answerPath(now.survey.slug)}/sent`, 303);
  });
}

/** What this device sent, if it is what the form's page showed: the link of somebody else may have been opened since. */
export async function whoseForm(c: Ctx, journey: Journey): Promise<{ now: Visit; sent: Sent | null }> {
  const typed = await readForm(c);
  const now = await visit(c, journey);
  const sent = await sentBy(journey.deps, now);
  if (sent && sent.response.reference !== one(typed, 'reference')) throw conflict();
  return { now, sent };
}
