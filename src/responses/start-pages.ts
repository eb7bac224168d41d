import type { Support } from '../consultations/support-rules.ts';
import { asSeen } from '../surveys/answers.ts';
import { firstUnanswered } from '../surveys/steps.ts';
import { introIn } from '../surveys/intro-rules.ts';
import { editionsOffered, notInEdition, type OfferedEdition } from '../surveys/offered-editions.ts';
import type { Ctx } from '../web/context.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import { answerPath, dropCookie, keepTurn, otherOf, type Who } from './cookies.ts';
import { answersInWords, asking } from './question-rules.ts';
import { askAll } from './queries.ts';
import { showNotOpen } from './refusals.ts';
import { firstUnseen, hasShortPath, shortPath } from './short-rules.ts';
import type { LiveSurvey } from './surveys.ts';
import { mayAnswerTogether } from './together-rules.ts';
import { isPersonal, sentBy, visit, wayThrough, type Journey, type Visit } from './visit.ts';

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
  /** What was begun is a change of answers that were sent. */
  isChange: boolean;
  hasSent: boolean;
  /** Somebody has just come by the private link: how many answers are theirs. */
  byLink: number | null;
  late: boolean;
  mayTogether: boolean;
  kiosk: boolean;
  support: Support[];
  /** How else the survey can be read. */
  editions: OfferedEdition[];
  notIn: string;
  /** Where the most important questions start, and how many they are; null where none are marked. */
  short: { first: string; questions: number } | null;
};

type UnfinishedView = { survey: LiveSurvey; surveyTitle: string; base: string; turn: Who; other: Who };

/** Also for looking at it before it is published: `surveys/walk-routes.ts`. */
export const startPage = page<StartView>('responses/start');
const unfinishedPage = page<UnfinishedView>('responses/unfinished');

/** Before the first answer, and coming back to answers that were begun. */
export function addStartPages(site: Site, journey: Journey): void {
  const { deps } = journey;
  site.kept('/consultations/:slug/answer', c => showStart(c, journey), isPersonal);

  site.post('public', '/consultations/:slug/answer/rest', async c => {
    const now = await visit(c, journey);
    if (!now.mayAnswer) return showNotOpen(c, deps, now, { typed: {} });
    if (now.draft) await askAll(deps.db.write, now.draft.id);
    const next = firstUnseen(wayThrough({ ...now, short: false }, now.answers), now.answers);
    return c.redirect(`${answerPath(now.survey.slug)}/${next ? `${next.id}?to=unseen` : 'check'}`, 303);
  });

  site.post('public', '/consultations/:slug/answer/start', async c => {
    const now = await visit(c, journey);
    const { survey } = now;
    for (const name of ['draft', 'receipt'] as const) dropCookie(c, deps, survey, name);
    beginOwn(c, journey, now);
    return c.redirect(answerPath(survey.slug), 303);
  });
}

async function showStart(c: Ctx, journey: Journey): Promise<Response> {
  const { deps } = journey;
  const now = await visit(c, journey);
  if (!now.mayAnswer) return showNotOpen(c, deps, now, { wordsElsewhere: true });
  // Whoever comes by a private link comes to answers of their own.
  if (!now.draft || c.req.query('opened')) beginOwn(c, journey, now);
  else if (now.turn?.otherBegan) return showUnfinished(c, now, now.turn.who);
  const { survey, walk, edition, path, surveyTitle, late } = now;
  const base = answerPath(survey.slug);
  const carryOn = now.draft ? whereToCarryOn(now) : null;
  const isFree = now.draft === null && now.kiosk;
  // A shared device that is free says so to the next person, and waits for nobody.
  if (isFree) freeForNext(c, journey, now);
  const hasSent = carryOn === null && !isFree && (await sentBy(deps, now)) !== null;
  const heading = c.get('say')(`responses.start.${carryOn ? 'back' : hasSent ? 'again' : 'heading'}`);
  const questions = asking(path);
  const view = {
    survey,
    surveyTitle,
    intro: introIn(walk.definition, edition, c.get('say')),
    base,
    first: `${base}/${path[0]?.id ?? 'check'}`,
    questions: questions.length,
    required: questions.filter(step => step.question.required).length,
    carryOn,
    isChange: (now.draft?.response_id ?? null) !== null,
    hasSent,
    byLink: c.req.query('opened')
      ? answersInWords(path, now.answers, c.get('say')).filter(({ words }) => words.length > 0).length
      : null,
    late,
    mayTogether: mayAnswerTogether(walk.definition) && !now.kiosk && !now.turn,
    kiosk: now.kiosk,
    editions: editionsOffered(walk.definition, c.get('say')),
    notIn: notInEdition(walk.definition, c.get('say')),
    support: survey.said.support,
    short: hasShortPath(path) ? shortOf(path, base) : null,
  };
  return startPage(c, view, { title: `${heading}: ${surveyTitle}` });
}

/** From here on what is begun on this device is of the one whose turn it is. */
function beginOwn(c: Ctx, { deps }: Journey, { survey, turn }: Visit): void {
  if (turn?.otherBegan) keepTurn(c, deps, survey, { ...turn, otherBegan: false });
}

function showUnfinished(c: Ctx, { survey, surveyTitle }: Visit, turn: Who): Promise<Response> {
  const other = otherOf(turn);
  const view = { survey, surveyTitle, base: answerPath(survey.slug), turn, other };
  return unfinishedPage(c, view, { title: `${c.get('say')(`journey.together.begun-${other}`)}: ${surveyTitle}` });
}

function shortOf(path: Visit['path'], base: string): StartView['short'] {
  const short = shortPath(path);
  return { first: `${base}/${short[0]?.id ?? ''}?short=1`, questions: asking(short).length };
}

function freeForNext(c: Ctx, { deps }: Journey, { survey }: Visit): void {
  dropCookie(c, deps, survey, 'receipt');
  const around = c.get('around');
  c.set('around', { ...around, shared: around.shared && { ...around.shared, waits: false } });
}

/** The first page that was not seen yet; then 'Check your answers'. */
export function whereToCarryOn({ survey, walk, draft, answers, path }: Visit): string {
  const seen = draft?.response_id ? asSeen(walk.definition, answers) : answers;
  return `${answerPath(survey.slug)}/${firstUnanswered(path, seen)?.id ?? 'check'}`;
}
