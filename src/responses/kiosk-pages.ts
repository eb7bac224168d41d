import { found } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { answerPath, dropCookie, KIOSK_MINUTES, keepKiosk, readKiosk } from './cookies.ts';
import type { LiveSurvey } from './surveys.ts';
import type { Journey } from './visit.ts';

type KioskView = { survey: LiveSurvey; base: string; minutes: number; isOn: boolean; stillThere: boolean };

const kioskPage = page<KioskView>('responses/kiosk');
const PATH = '/consultations/:slug/answer/kiosk';

/**
 * Sets a tablet up for an event or a library: it forgets what was not sent when nobody has pressed anything for a while.
 * With `?still` it asks whether somebody is still there, where no script can ask on the page itself.
 */
export function addKioskPages(site: Site, { deps, surveys }: Journey): void {
  site.get('public', PATH, async c => {
    const survey = found(await surveys.find(param(c, 'slug'), c.get('say')));
    c.header('cache-control', 'no-store');
    const stillThere = c.req.query('still') !== undefined && readKiosk(c);
    const view = {
      survey,
      base: answerPath(survey.slug),
      minutes: KIOSK_MINUTES,
      isOn: readKiosk(c),
      stillThere,
    };
    const key = stillThere ? 'journey.kiosk.still' : 'journey.kiosk.title';
    return kioskPage(c, view, { title: `${c.get('say')(key)}: ${survey.said.title}` });
  });

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const survey = found(await surveys.find(param(c, 'slug'), c.get('say')));
    // Whoever was here before is not the next person.
    for (const name of ['draft', 'receipt'] as const) dropCookie(c, deps, survey, name);
    keepKiosk(c, deps, survey, one(typed, 'shared') === 'yes');
    return c.redirect(answerPath(survey.slug), 303);
  });
}
