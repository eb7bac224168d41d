import { keyed } from '../db/ids.ts';
import { queueMail } from '../mail/write.ts';
import { createLimiter } from '../people/limit-rules.ts';
import { clientOf } from '../web/client.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import type { LiveSurvey } from './surveys.ts';

const FORGET_AFTER_HOURS = 24;

/**
 * Mails somebody their private link. The mail names neither the draft nor an answer, and is about nobody's record; its
 * row, which alone holds address and link side by side, goes on delivery, or after a day.
 */
export async function mailPrivateLink(deps: Deps, to: string, survey: LiveSurvey, link: string): Promise<void> {
  const { say } = deps;
  const closes = say.day(survey.dates.closesOn, deps.today());
  const mail = {
    to,
    subject: say('journey.mail.subject'),
    lines: [
      { paragraph: say('journey.mail.asked', { title: survey.plan.title }) },
      { link: { text: say('journey.mail.link'), href: link } },
      { paragraph: say('journey.mail.until', { closes }) },
      { paragraph: say('journey.mail.care') },
    ],
    cause: 'private link',
    subjectId: null,
    forgetAfterHours: FORGET_AFTER_HOURS,
    now: deps.now(),
  };
  await deps.db.write.transaction().execute(tx => queueMail(tx, mail));
}

/**
 * Five mails a draft and an address in an hour, and three hundred a client, which may be a whole school. Remembered
 * under keyed hashes, in memory.
 */
export function createLinkLimits({ config, now }: Deps): (c: Ctx, draftId: string, email: string) => boolean {
  const byDraft = createLimiter(5, 60);
  const byAddress = createLimiter(5, 60);
  const byClient = createLimiter(300, 60);
  return (c, draftId, email) => {
    const at = now().epochMilliseconds;
    const key = (kind: string, value: string) => keyed(config.secret, kind, value);
    return (
      byDraft.take(draftId, at) &&
      byAddress.take(key('address', email.toLowerCase()), at) &&
      byClient.take(key('client', clientOf(c, config.trustedProxies)), at)
    );
  };
}
