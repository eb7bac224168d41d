import { hashToken } from '../db/ids.ts';
import { withWholeYear } from '../surveys/kinds/date.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import { readAnswer } from '../surveys/definition.ts';
import type { Question } from '../surveys/kinds/registry.ts';
import type { Ctx } from '../web/context.ts';
import { found } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { saveAboutYou } from './about-you.ts';
import { answerPath, keepReceipt } from './cookies.ts';
import { fieldOf, questionView, rawOf, type Given, type QuestionView } from './question-rules.ts';
import { aboutIn } from './reading-rules.ts';
import { showLost, showNotOpen } from './refusals.ts';
import { sentBy, visit, type Journey, type Sent, type Visit } from './visit.ts';

type AboutView = {
  surveyTitle: string;
  base: string;
  step: string;
  back: string;
  where: string;
  why: string;
  question: QuestionView;
  reference: string;
};

const aboutPage = page<AboutView>('responses/about-you');
const PATH = '/consultations/:slug/answer/about/:step{q[0-9a-z]+}';

/** 'About you': a few questions after sending, each on a page, for those who like to answer them. */
export function addAboutPages(site: Site, journey: Journey): void {
  const { deps, surveys } = journey;

  site.get('public', PATH, async c => {
    const now = await visit(c, journey);
    const sent = await sentBy(deps, now);
    if (!sent) return showLost(c, deps, now);
    if (!mayTell(now, sent)) return c.redirect(`${answerPath(now.survey.slug)}/sent`, 303);
    const about = await aboutOf(c, journey, now, sent);
    const answers = JSON.parse(sent.response.answers) as Answers;
    return showAbout(c, now, sent, about, { answer: answers[about.question.id] });
  });

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const now = await visit(c, journey);
    const sent = await sentBy(deps, now);
    if (sent?.response.reference !== one(typed, 'reference')) return showLost(c, deps, now, typed);
    if (!mayTell(now, sent)) return showNotOpen(c, deps, now, typed);
    const about = await aboutOf(c, journey, now, sent);
    const raw = withWholeYear(rawOf(typed), deps.today());
    const reading = readAnswer(about.question, raw);
    if (!reading.ok) return showAbout(c, now, sent, about, { typed: raw, error: reading.error });
    const given = { question: about.question.id, answer: reading.answer };
    await saveAboutYou(deps.db.write, hashToken(sent.token), given, surveys.version);
    keepReceipt(c, deps, now.survey, sent.token);
    const base = answerPath(now.survey.slug);
    return c.redirect(about.next ? `${base}/about/${about.next}` : `${base}/sent?about=1`, 303);
  });
}

const mayTell = ({ open }: Visit, { response }: Sent): boolean => open && response.withdrawn_on === null;

type About = { question: Question; why: string; n: number; of: number; before: string | null; next: string | null };

/** The question at this address, of the version that was sent. */
async function aboutOf(c: Ctx, { surveys }: Journey, now: Visit, { response }: Sent): Promise<About> {
  const version = await surveys.version(response.version_id);
  const questions = aboutIn(version, now.edition, c.get('say'));
  const at = questions.findIndex(question => question.id === param(c, 'step'));
  const question = found(questions[at]);
  const [before, next] = [questions[at - 1]?.id ?? null, questions[at + 1]?.id ?? null];
  return { question, why: now.survey.said.why, n: at + 1, of: questions.length, before, next };
}

function showAbout(c: Ctx, now: Visit, { response }: Sent, about: About, given: Given): Promise<Response> {
  const say = c.get('say');
  const base = answerPath(now.survey.slug);
  const where = say('responses.about.number', { n: about.n, of: about.of });
  const question = questionView(about.question, say, given, { shown: now.survey.media, media: null });
  const view = {
    surveyTitle: now.surveyTitle,
    base,
    step: about.question.id,
    back: about.before ? `${base}/about/${about.before}` : `${base}/sent`,
    where,
    why: about.why,
    question,
    reference: response.reference,
  };
  const title = `${about.question.ask} (${where}): ${now.surveyTitle}`;
  return aboutPage(c, view, { title, errors: given.error ? { [fieldOf(given.error)]: question.error } : {} });
}
