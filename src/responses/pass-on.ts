import type { Deps } from '../web/deps.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import type { LiveSurvey } from './surveys.ts';
import { mayAnswerTogether } from './together-rules.ts';

/** What somebody who has answered can pass on: the link to the first page, never to answers. */
export type PassOn = { publicLink: string; publicQr: Qr; mayTogether: boolean };

const made = new WeakMap<LiveSurvey, PassOn>();

/** The same for everybody, so it is made once. */
export function passOnOf({ config }: Deps, survey: LiveSurvey): PassOn {
  const known = made.get(survey);
  if (known) return known;
  const publicLink = `${config.publicUrl}/consultations/${survey.slug}`;
  const passOn = { publicLink, publicQr: qrOf(publicLink), mayTogether: mayAnswerTogether(survey.walk.definition) };
  made.set(survey, passOn);
  return passOn;
}
