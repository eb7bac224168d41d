import { readAnswer } from '../surveys/definition.ts';
import { withWholeYear } from '../surveys/kinds/date.ts';
import type { Answer, Raw } from '../surveys/kinds/kind.ts';
import { firstUnanswered, nextStep, previousStep, stepOf, type Step } from '../surveys/steps.ts';
import type { Ctx } from '../web/context.ts';
import { forReader } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { one, readForm, type Typed } from '../web/forms.ts';
import { onward } from '../web/onward.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { answerPath, keepDraft } from './cookies.ts';
import {
  fieldOf,
  questionsAhead,
  questionView,
  rawOf,
  whereIn,
  type Given,
  type QuestionView,
} from './question-rules.ts';
import type { ReadStep } from './reading-rules.ts';
import { showAlreadySent, showBlocked, showLost, showNotOpen } from './refusals.ts';
import type { LiveSurvey } from './surveys.ts';
import { firstUnseen } from './short-rules.ts';
import {
  holdsUnsent,
  isFromElsewhere,
  isPersonal,
  sentBy,
  visit,
  wayThrough,
  type Journey,
  type Visit,
} from './visit.ts';

type StepView = {
  survey: LiveSurvey;
  surveyTitle: string;
  base: string;
  step: string;
  /** 'Question 3 of 8', or that there is something to read. */
  where: string;
  question: QuestionView;
  draft: string;
  /** An answer is kept that has not been sent. */
  saved: boolean;
  /** Nothing is kept yet, and only the most important questions were asked for. */
  short: boolean;
  /** Can come back later: not on a device that many people share. */
  mayLeave: boolean;
  to: To;
  /** A change opened this page, which was not seen before. */
  isMore: boolean;
  mayClear: boolean;
};

/** Comes from 'Check your answers' and goes back there; or goes on through what was not seen yet, past the rest. */
type To = '' | 'check' | 'unseen';

/** Also for looking at it before it is published: `surveys/walk-routes.ts`. */
export const stepPage = page<StepView>('responses/step');
const PATH = '/consultations/:slug/answer/:step{q[0-9a-z]+(?:-[0-9a-z]+)?}';

/** One question a page, saved at every 'Continue'. */
export function addStepPages(site: Site, journey: Journey): void {
  const { deps, drafts } = journey;

  site.kept(
    PATH,
    async c => {
      const now = await visit(c, journey);
      const elsewhere = await notHere(c, journey, now);
      if (elsewhere) return elsewhere;
      const step = stepIn(now, c);
      if (!now.path.includes(step)) return c.redirect(answerPath(now.survey.slug), 303);
      if (c.req.query('begun')) return c.redirect(`${answerPath(now.survey.slug)}/${step.id}`, 303);
      const reading = c.req.query('needed') ? readAnswer(step.question, {}) : null;
      const given = reading?.ok === false ? { error: reading.error } : { answer: now.answers[step.id] };
      return showStep(c, journey, now, step, given, toOf(c.req.query('to')));
    },
    isPersonal,
  );

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const here = await visit(c, journey);
    const now = here.draft ? here : { ...here, short: one(typed, 'short') !== '' };
    if (!now.mayAnswer) return showNotOpen(c, deps, now, { typed });
    if (!belongs(now, typed)) return showNotMine(c, journey, now, typed);
    const step = stepIn(now, c);
    const to = toOf(one(typed, 'to'));
    const raw = one(typed, 'clear') ? {} : withWholeYear(rawOf(typed), deps.today());
    const reading = readAnswer(step.question, raw);
    const away = placeAway(now, step, to, typed);
    if (away && (isGivenUp(to, typed) || isLeftAlone(now, step, raw))) return onward(c, away);
    if (!reading.ok) return showStep(c, journey, now, step, { typed: raw, error: reading.error }, to);
    const next = away ?? placeAfter(now, step, reading.answer, to);
    if (now.token && now.draft) {
      const saved = await drafts.save(now.token, step.id, reading.answer, deps.now());
      return saved ? onward(c, next) : showNotMine(c, journey, now, typed);
    }
    const { id, token } = await drafts.begin(now, { [step.id]: reading.answer }, deps.now());
    keepDraft(c, deps, now.survey, token);
    return onward(c, `${next}${next.includes('?') ? '&' : '?'}begun=${id}`);
  });
}

/** Where somebody belongs who cannot be at a question: null when they can. */
export async function notHere(c: Ctx, { deps }: Journey, now: Visit): Promise<Response | null> {
  const base = answerPath(now.survey.slug);
  if (isFromElsewhere(c)) return c.redirect(base, 303);
  if (!now.mayAnswer) return showNotOpen(c, deps, now);
  if (now.draft) return null;
  if (await sentBy(deps, now)) return c.redirect(`${base}/sent`, 303);
  const begun = c.req.query('begun');
  return begun && !now.token ? showBlocked(c, deps, now, begun) : null;
}

// A form from a page of other answers would put one person's words among another's.
function belongs({ draft, receipt }: Visit, typed: Typed): boolean {
  const of = one(typed, 'draft');
  return draft ? of === '' || of === draft.id : of === '' && receipt === null;
}

async function showNotMine(c: Ctx, { deps }: Journey, now: Visit, typed: Typed): Promise<Response> {
  return (await sentBy(deps, now)) ? showAlreadySent(c, deps, now, typed) : showLost(c, deps, now, typed);
}

const toOf = (value = ''): To => (value === 'check' || value === 'unseen' ? value : '');

// Somebody who leaves a question that they have not answered yet leaves it as unseen as it was.
const isLeftAlone = ({ answers }: Visit, { id }: Step, raw: Raw): boolean =>
  (answers[id] ?? null) === null &&
  Object.values(raw)
    .flat()
    .every(value => (value ?? '').trim() === '');

// From 'Check your answers' the way back is the one that changes nothing; everywhere else it saves.
const isGivenUp = (to: To, typed: Typed): boolean => to === 'check' && one(typed, 'back') !== '';

/** Where the two buttons beside 'Continue' lead; null for 'Continue'. */
function placeAway(now: Visit, step: Step, to: To, typed: Typed): string | null {
  if (one(typed, 'back')) return placeBefore(now, step, to);
  return one(typed, 'later') ? `${answerPath(now.survey.slug)}/later?at=${step.id}` : null;
}

function placeBefore({ survey, path }: Visit, { id }: Step, to: To): string {
  const base = answerPath(survey.slug);
  if (to === 'check') return placeAt(base, id);
  const before = previousStep(path, id);
  return before ? `${base}/${before.id}${to ? `?to=${to}` : ''}` : base;
}

function placeAfter({ survey, steps, short, answers, draft }: Visit, step: Step, answer: Answer | null, to: To) {
  const base = answerPath(survey.slug);
  const given = { ...answers, [step.id]: answer };
  const path = wayThrough({ steps, short }, given);
  // A change may open pages that were not there before: they come first. So do those that somebody else's page hid.
  const back = to || draft?.response_id || !path.some(({ id }) => id === step.id);
  const first = to === 'unseen' ? firstUnseen : firstUnanswered;
  const next = back ? first(path, given) : nextStep(path, step.id);
  if (next) return `${base}/${next.id}${back && to ? `?to=${to}` : ''}`;
  return to === 'check' ? placeAt(base, step.id) : `${base}/check`;
}

/** An answer among those to check. A fetched page loses what comes after '#', so the page is told as well. */
const placeAt = (base: string, id: string): string => `${base}/check?at=${id}#row-${id}`;

const stepIn = ({ steps }: Visit, c: Ctx): ReadStep => found(stepOf(steps, param(c, 'step')));

function showStep(
  c: Ctx,
  { deps }: Journey,
  { survey, surveyTitle, steps, path, draft, answers, short, kiosk }: Visit,
  step: ReadStep,
  given: Given,
  to: To,
): Promise<Response> {
  const base = answerPath(survey.slug);
  const { say } = forReader(c, deps);
  const where = whereIn(path, step, short ? null : questionsAhead(steps, step), say);
  const { forChild } = c.get('around');
  const shown = { shown: survey.media, media: step.media };
  const question = questionView(step.question, say, { ...given, forChild }, shown);
  const view = {
    survey,
    surveyTitle,
    base,
    step: step.id,
    where,
    question,
    draft: draft?.id ?? '',
    saved: holdsUnsent(draft, answers),
    short: short && !draft,
    mayLeave: draft !== null && !kiosk,
    to,
    isMore: to === 'check' && answers[step.id] === undefined && !given.error,
    mayClear: !step.question.required && question.control === 'radios',
  };
  const title = `${step.question.ask} (${where}): ${surveyTitle}`;
  return stepPage(c, view, { title, errors: given.error ? { [fieldOf(given.error)]: question.error } : {} });
}
