import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { keepReading, readReading } from '../web/reading.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { answerPath } from './cookies.ts';
import { showNotOpen } from './refusals.ts';
import { isOpen, type LiveSurvey } from './surveys.ts';
import { isForChildren } from './together-rules.ts';
import type { Journey } from './visit.ts';

type TogetherView = { survey: LiveSurvey; base: string; forChildren: boolean; address: string; qr: Qr };

const togetherPage = page<TogetherView>('responses/together');
const PATH = '/consultations/:slug/together';

/**
 * Where a child and a parent set out together: two answers, two links, and nothing that ties them. It stands outside the
 * answers' own pages, so that no cookie of theirs comes along and the page holds neither.
 */
export function addTogetherPages(site: Site, { deps, surveys }: Journey): void {
  const surveyOf = async (c: Ctx) => found(await surveys.find(param(c, 'slug')));

  site.kept(PATH, async c => {
    const survey = await surveyOf(c);
    if (!isOpen(survey, deps.today())) return notOpen(c, deps, survey);
    const link = `${deps.config.publicUrl}/consultations/${survey.slug}/together`;
    const view = {
      survey,
      base: `/consultations/${survey.slug}`,
      forChildren: offersChildren(survey),
      address: link,
      qr: qrOf(link),
    };
    return togetherPage(c, view, { title: `${c.get('say')('journey.together.title')}: ${survey.plan.title}` });
  });

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const survey = await surveyOf(c);
    const reading = readReading(c);
    const child = one(typed, 'who') === 'child';
    if (child && offersChildren(survey)) keepReading(c, deps, { ...reading, edition: 'child' });
    if (!child && reading.edition === 'child') keepReading(c, deps, { ...reading, edition: 'plain' });
    return c.redirect(answerPath(survey.slug), 303);
  });
}

const offersChildren = ({ walk }: LiveSurvey): boolean => isForChildren(walk.definition);

const notOpen = (c: Ctx, deps: Deps, survey: LiveSurvey): Promise<Response> =>
  showNotOpen(c, deps, { survey, draft: null, answers: {}, path: [] });
