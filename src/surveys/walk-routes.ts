import type { DeskHead } from '../consultations/desk-view.ts';
import {
  answersInWords,
  asking,
  fieldOf,
  leftOut,
  questionsAhead,
  questionView,
  rawOf,
  whereIn,
  type Given,
  type QuestionView,
} from '../responses/question-rules.ts';
import { aboutIn } from '../responses/reading-rules.ts';
import { checkPage } from '../responses/sending-pages.ts';
import { startPage } from '../responses/start-pages.ts';
import { stepPage } from '../responses/step-pages.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { readAnswer } from './definition.ts';
import { load, PATH, STAFF } from './desk-pages.ts';
import { namedEditions } from './editions.ts';
import { withWholeYear } from './kinds/date.ts';
import { introIn } from './intro-rules.ts';
import { numbersOf } from './number-rules.ts';
import { firstUnanswered, nextStep, pathOf, previousStep, stepOf, type Step } from './steps.ts';
import { walkAt, type Preview, type Walk } from './walk.ts';
import { asAddress } from './walk-rules.ts';

type ChooserView = { head: DeskHead; editions: { edition: string; name: string }[]; start: string };
type EndView = { preview: Preview; base: string; why: string; about: (QuestionView & { id: string })[] };

const chooserPage = page<ChooserView>('surveys/preview');
const endPage = page<EndView>('surveys/walk-end');

const PREVIEW = `${PATH}/preview`;
const WALK = `${PREVIEW}/:edition/:look/:sofar`;
const STEP = `${WALK}/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}`;

/** A survey as families will see it, page by page, with the journey's own pages. Nothing is kept: the address holds it all. */
export function registerWalkRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PREVIEW, async (c, who) => {
    const { head, definition } = await load(c, deps, who);
    const editions = namedEditions(definition);
    const view = { head, editions, start: asAddress({}) };
    return chooserPage(c, view, { title: `Try the survey: ${head.title}`, area: 'desk' });
  });

  site.get(STAFF, WALK, async (c, who) => showStart(c, await walkAt(c, deps, who)));

  site.get(STAFF, STEP, async (c, who) => {
    const walk = await walkAt(c, deps, who);
    const step = found(stepOf(walk.steps, param(c, 'step')));
    if (!walk.path.includes(step)) return c.redirect(walk.base, 303);
    return showStep(c, walk, { answer: walk.answers[step.id] }, c.req.query('to') ?? '');
  });

  site.post(STAFF, STEP, async (c, who) => {
    const walk = await walkAt(c, deps, who);
    const typed = await readForm(c);
    const step = found(stepOf(walk.steps, param(c, 'step')));
    const to = one(typed, 'to');
    if (one(typed, 'back')) return c.redirect(placeBefore(walk, step.id, to), 303);
    const raw = one(typed, 'clear') ? {} : withWholeYear(rawOf(typed), deps.today());
    const reading = readAnswer(step.question, raw);
    if (!reading.ok) return showStep(c, walk, { typed: raw, error: reading.error }, to);
    return c.redirect(placeAfter(walk, step.id, { ...walk.answers, [step.id]: reading.answer }, to), 303);
  });

  site.get(STAFF, `${WALK}/check`, async (c, who) => showCheck(c, deps, await walkAt(c, deps, who)));

  site.post(STAFF, `${WALK}/sending`, async (c, who) => c.redirect(`${(await walkAt(c, deps, who)).base}/end`, 303));

  site.get(STAFF, `${WALK}/end`, async (c, who) => {
    const { survey, edition, preview, baseWith } = await walkAt(c, deps, who);
    const say = c.get('say');
    const about = aboutIn(survey.walk, edition, say).map(question => ({
      ...questionView(question, say, {}, { shown: survey.media, media: null }),
      id: question.id,
    }));
    const view = { preview, base: baseWith({}), why: survey.said.why, about };
    return endPage(c, view, { title: `The end of the preview: ${survey.plan.title}` });
  });
}

function placeBefore({ base, path }: Walk, id: string, to: string): string {
  if (to === 'check') return `${base}/check?at=${id}#row-${id}`;
  const before = previousStep(path, id);
  return before ? `${base}/${before.id}` : base;
}

function placeAfter({ steps, baseWith }: Walk, id: string, answers: Walk['answers'], to: string): string {
  const base = baseWith(answers);
  const path = pathOf(steps, answers);
  const next = to === 'check' ? firstUnanswered(path, answers) : nextStep(path, id);
  if (next) return `${base}/${next.id}${to === 'check' ? '?to=check' : ''}`;
  return to === 'check' ? `${base}/check?at=${id}#row-${id}` : `${base}/check`;
}

function showStart(c: Ctx, { survey, edition, preview, path, base }: Walk): Promise<Response> {
  const questions = asking(path);
  const view = {
    preview,
    survey,
    surveyTitle: survey.said.title,
    intro: introIn(survey.walk.definition, edition, c.get('say')),
    base,
    first: `${base}/${path[0]?.id ?? 'check'}`,
    questions: questions.length,
    required: questions.filter(step => step.question.required).length,
    ...begunByNobody,
    support: survey.said.support,
  };
  return startPage(c, view, { title: `${c.get('say')('responses.start.heading')}: ${survey.said.title}` });
}

// Who only looks has no answers of their own, and chooses the edition at the desk.
const begunByNobody = {
  carryOn: null,
  isChange: false,
  hasSent: false,
  byLink: null,
  late: false,
  mayTogether: false,
  kiosk: false,
  editions: [],
  notIn: '',
  short: null,
};

function showStep(c: Ctx, walk: Walk, given: Given, to: string): Promise<Response> {
  const { survey, steps, path, base } = walk;
  const step = found(stepOf(steps, param(c, 'step')));
  const say = c.get('say');
  const where = whereIn(path, step, questionsAhead(steps, step), say);
  const { forChild } = c.get('around');
  const question = questionView(step.question, say, { ...given, forChild }, { shown: survey.media, media: step.media });
  const view = {
    preview: { ...walk.preview, inList: numberInList(walk, step) },
    survey,
    surveyTitle: survey.said.title,
    base,
    step: step.id,
    where,
    question,
    draft: '',
    saved: false,
    short: false,
    mayLeave: false,
    to: to === 'check' ? ('check' as const) : ('' as const),
    isMore: false,
    mayClear: !step.question.required && question.control === 'radios',
  };
  const errors = given.error ? { [fieldOf(given.error)]: question.error } : {};
  return stepPage(c, view, { title: `${step.question.ask} (${where}): ${survey.said.title}`, errors });
}

/** Whoever skips questions counts fewer than the list does. */
function numberInList({ loaded, path }: Walk, { id }: Step): number | null {
  const inList = numbersOf(loaded.definition).get(id) ?? null;
  const here = 1 + asking(path).findIndex(step => step.id === id);
  return inList === here ? null : inList;
}

function showCheck(c: Ctx, deps: Deps, { survey, preview, steps, path, answers, base }: Walk): Promise<Response> {
  const say = c.get('say');
  const isEmpty = Object.values(answers).every(answer => answer === null);
  const view = {
    preview,
    survey,
    surveyTitle: survey.said.title,
    base,
    back: `${base}/${path.at(-1)?.id ?? ''}`,
    answers: answersInWords(path, answers, say),
    here: c.req.query('at') ?? '',
    saved: false,
    left: leftOut(steps, answers),
    unanswered: isEmpty ? `${base}/${path[0]?.id ?? ''}` : null,
    draft: '',
    isChange: false,
    late: false,
    short: false,
    mayLeave: false,
    closesOn: say.day(survey.dates.closesOn, deps.today()),
  };
  return checkPage(c, view, { title: `${say('responses.check.heading')}: ${survey.said.title}` });
}
