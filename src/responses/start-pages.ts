import { asSeen } from '../surveys/answers.ts';
import { firstUnanswered } from '../surveys/steps.ts';
import type { Ctx } from '../web/context.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie } from './cookies.ts';
import { asking } from './question-rules.ts';
import { showNotOpen } from './refusals.ts';
import type { LiveSurvey } from './surveys.ts';
import { isPersonal, sentBy, visit, type Journey, type Visit } from './visit.ts';

type StartView = {
  survey: LiveSurvey;
  base: string;
  /** Where the first question is, how many there are, and how many of them can't be skipped. */
  first: string;
  questions: number;
  required: number;
  /** Somebody has begun on this device (where to carry on), or has just sent from it. */
  carryOn: string | null;
  hasSent: boolean;
  late: boolean;
};

const startPage = page<StartView>('responses/start');
const laterPage = page<{ survey: LiveSurvey; base: string; link: string; carryOn: string }>('responses/later');

/** Before the first answer, and coming back to answers that were begun. */
export function addStartPages(site: Site, journey: Journey): void {
  const { deps } = journey;
  site.kept('/consultations/:slug/answer', c => showStart(c, journey), isPersonal);

  site.post('public', '/consultations/:slug/answer/start', async c => {
    const { survey } = await visit(c, journey);
    for (const name of ['draft', 'receipt'] as const) dropCookie(c, deps, survey, name);
    return c.redirect(answerPath(survey.slug), 303);
  });

  site.get('public', '/consultations/:slug/answer/later', async c => {
    const now = await visit(c, journey);
    const base = answerPath(now.survey.slug);
    if (!now.draft) return c.redirect(base, 303);
    const link = `${deps.config.publicUrl}${base}/link/${now.token}`;
    const title = `${c.get('say')('responses.later.heading')}: ${now.survey.plan.title}`;
    return laterPage(c, { survey: now.survey, base, link, carryOn: whereToCarryOn(now) }, { title });
  });
}

async function showStart(c: Ctx, journey: Journey): Promise<Response> {
  const { deps } = journey;
  const now = await visit(c, journey);
  if (!now.mayAnswer) return showNotOpen(c, deps, now, { wordsElsewhere: true });
  const { survey, walk, late } = now;
  const base = answerPath(survey.slug);
  const carryOn = now.draft ? whereToCarryOn(now) : null;
  const hasSent = carryOn === null && (await sentBy(deps, now)) !== null;
  const heading = c.get('say')(`responses.start.${carryOn ? 'back' : hasSent ? 'again' : 'heading'}`);
  const questions = asking(walk.steps);
  const view = {
    survey,
    base,
    first: `${base}/${walk.steps[0]?.id ?? 'check'}`,
    questions: questions.length,
    required: questions.filter(step => step.question.required).length,
    carryOn,
    hasSent,
    late,
  };
  return startPage(c, view, { title: `${heading}: ${survey.plan.title}` });
}

/** The first page that was not seen yet; then 'Check your answers'. */
export function whereToCarryOn({ survey, walk, draft, answers }: Visit): string {
  const seen = draft?.response_id ? asSeen(walk.definition, answers) : answers;
  return `${answerPath(survey.slug)}/${firstUnanswered(walk.steps, seen)?.id ?? 'check'}`;
}
