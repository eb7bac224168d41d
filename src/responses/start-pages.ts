import { asSeen } from '../surveys/answers.ts';
import { firstUnanswered } from '../surveys/steps.ts';
import type { Ctx } from '../web/context.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie } from './cookies.ts';
import { asking } from './question-rules.ts';
import { showNotOpen } from './refusals.ts';
import type { LiveSurvey } from './surveys.ts';
import { mayAnswerTogether } from './together-rules.ts';
import { isPersonal, sentBy, visit, type Journey, type Visit } from './visit.ts';

type StartView = {
  survey: LiveSurvey;
  surveyTitle: string;
  /** A few first words, in editions that have them. */
  intro: string[];
  base: string;
  /** Where the first question is, how many there are, and how many of them can't be skipped. */
  first: string;
  questions: number;
  required: number;
  /** Somebody has begun on this device (where to carry on), or has just sent from it. */
  carryOn: string | null;
  hasSent: boolean;
  late: boolean;
  mayTogether: boolean;
};

const startPage = page<StartView>('responses/start');

/** Before the first answer, and coming back to answers that were begun. */
export function addStartPages(site: Site, journey: Journey): void {
  const { deps } = journey;
  site.kept('/consultations/:slug/answer', c => showStart(c, journey), isPersonal);

  site.post('public', '/consultations/:slug/answer/start', async c => {
    const { survey } = await visit(c, journey);
    for (const name of ['draft', 'receipt'] as const) dropCookie(c, deps, survey, name);
    return c.redirect(answerPath(survey.slug), 303);
  });
}

async function showStart(c: Ctx, journey: Journey): Promise<Response> {
  const { deps } = journey;
  const now = await visit(c, journey);
  if (!now.mayAnswer) return showNotOpen(c, deps, now, { wordsElsewhere: true });
  const { survey, walk, edition, path, surveyTitle, late } = now;
  const base = answerPath(survey.slug);
  const carryOn = now.draft ? whereToCarryOn(now) : null;
  const hasSent = carryOn === null && (await sentBy(deps, now)) !== null;
  const heading = c.get('say')(`responses.start.${carryOn ? 'back' : hasSent ? 'again' : 'heading'}`);
  const questions = asking(path);
  const view = {
    survey,
    surveyTitle,
    intro: (walk.definition.editions?.[edition]?.intro ?? '').split(/\n\s*\n/).filter(Boolean),
    base,
    first: `${base}/${path[0]?.id ?? 'check'}`,
    questions: questions.length,
    required: questions.filter(step => step.question.required).length,
    carryOn,
    hasSent,
    late,
    mayTogether: mayAnswerTogether(walk.definition),
  };
  return startPage(c, view, { title: `${heading}: ${surveyTitle}` });
}

/** The first page that was not seen yet; then 'Check your answers'. */
export function whereToCarryOn({ survey, walk, draft, answers, path }: Visit): string {
  const seen = draft?.response_id ? asSeen(walk.definition, answers) : answers;
  return `${answerPath(survey.slug)}/${firstUnanswered(path, seen)?.id ?? 'check'}`;
}
