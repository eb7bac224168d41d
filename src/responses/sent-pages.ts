import type { LineStation } from '../charters/line.ts';
import { hashToken } from '../db/ids.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import type { Ctx } from '../web/context.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { Say } from '../words/catalogue.ts';
import { whoseForm } from './change-pages.ts';
import { answerPath, dropCookie, keepDraft, keepReceipt, otherOf, type Who } from './cookies.ts';
import { findDraft, findResponse } from './queries.ts';
import type { Question } from '../surveys/kinds/registry.ts';
import { passOnOf, type PassOn } from './pass-on.ts';
import { answersInWords, type InWords } from './question-rules.ts';
import { aboutIn, type ReadStep } from './reading-rules.ts';
import { showLost } from './refusals.ts';
import { stationsOf } from './sent-line.ts';
import { sentHeadings, whatIsSent, type SentWhat } from './sent-rules.ts';
import type { LiveSurvey } from './surveys.ts';
import {
  isFromElsewhere,
  privateLink,
  readAsIn,
  readIn,
  sentBy,
  visit,
  type Journey,
  type Sent,
  type Visit,
} from './visit.ts';
import { eraseWords, withdraw } from './withdraw.ts';

type SentView = PassOn & {
  survey: LiveSurvey;
  base: string;
  reference: string;
  what: SentWhat;
  /** Its heading, in words. */
  heading: string;
  open: boolean;
  /** Days in words; '' where it did not happen. */
  sentOn: string;
  withdrawnOn: string;
  changedOn: string;
  erasedOn: string;
  closesOn: string;
  stations: LineStation[];
  link: string;
  qr: Qr;
  answers: InWords[];
  /** A change that is not sent yet, and still may be. */
  changeBegun: boolean;
  about: AboutView | null;
  /** 'About you' has just been answered to its end. */
  toldAbout: boolean;
  /** Whose turn it is next, where a child and an adult take turns on this device. */
  next: Who | null;
};
type AboutView = { why: string; first: string; told: boolean };
type AboutStep = { id: string; question: Question };
type WithdrawalView = { survey: LiveSurvey; base: string; reference: string; open: boolean };

const sentPage = page<SentView>('responses/sent');
const sentHerePage = page<Pick<SentView, 'survey' | 'base' | 'reference' | 'stations'>>('responses/sent-here');
const withdrawalPage = page<WithdrawalView>('responses/withdrawal');

/** After sending: the confirmation, the private link, a withdrawal. */
export function addSentPages(site: Site, journey: Journey): void {
  const { deps, surveys } = journey;

  site.get('public', '/consultations/:slug/answer/sent', async c => {
    const now = await visit(c, journey);
    const opened = c.req.query('opened') !== undefined;
    if (isFromElsewhere(c) && !opened) return c.redirect(answerPath(now.survey.slug), 303);
    const sent = await sentBy(deps, now);
    if (sent) return now.kiosk ? showSentHere(c, journey, now, sent) : showSent(c, journey, now, sent);
    return now.draft ? c.redirect(answerPath(now.survey.slug), 303) : showLost(c, deps, now);
  });

  site.get('public', '/consultations/:slug/answer/link/:token{[\\w-]+}', async c => {
    const now = await visit(c, journey);
    const token = param(c, 'token');
    const base = answerPath(now.survey.slug);
    const response = await findResponse(deps.db.read, hashToken(token));
    if (response?.consultation_id === now.survey.id) {
      readAsIn(c, journey, c.req.query('in') ?? response.edition);
      keepReceipt(c, deps, now.survey, token);
      return c.redirect(`${base}/sent?opened=1`, 303);
    }
    const draft = await findDraft(deps.db.read, hashToken(token));
    if (draft?.consultation_id !== now.survey.id) return showLost(c, deps, now);
    readAsIn(c, journey, c.req.query('in'));
    keepDraft(c, deps, now.survey, token);
    return c.redirect(`${base}?opened=1`, 303);
  });

  site.get('public', '/consultations/:slug/answer/withdrawal', async c => {
    const now = await visit(c, journey);
    const sent = await sentBy(deps, now);
    const base = answerPath(now.survey.slug);
    if (isFromElsewhere(c)) return c.redirect(base, 303);
    if (!sent) return showLost(c, deps, now);
    if (sent.response.withdrawn_on !== null) return c.redirect(`${base}/sent`, 303);
    const { survey, open } = now;
    const heading = c.get('say')(open ? 'responses.withdrawal.heading' : 'responses.erasure.heading');
    const view = { survey, base, open, reference: sent.response.reference };
    return withdrawalPage(c, view, { title: `${heading}: ${survey.said.title}` });
  });

  site.post('public', '/consultations/:slug/answer/withdrawal', async c => {
    const { now, sent } = await whoseForm(c, journey);
    if (!sent) return showLost(c, deps, now, {});
    const act = now.open ? withdraw : eraseWords;
    await act(deps.db.write, hashToken(sent.token), deps.today(), surveys.version);
    dropCookie(c, deps, now.survey, 'draft');
    keepReceipt(c, deps, now.survey, sent.token);
    return c.redirect(`${answerPath(now.survey.slug)}/sent`, 303);
  });
}

async function showSent(c: Ctx, { deps, surveys }: Journey, now: Visit, { token, response }: Sent): Promise<Response> {
  const { survey, open, late } = now;
  const today = deps.today();
  const say = c.get('say');
  const inWords = (day: string | null) => (day === null ? '' : say.day(day, today));
  const answers = JSON.parse(response.answers) as Answers;
  const walk = await surveys.version(response.version_id);
  const { path, edition } = readIn(c, survey, walk, answers);
  const about = aboutIn(walk, edition, say).map(question => ({ id: question.id, question }));
  const withdrawn = response.withdrawn_on !== null;
  const link = privateLink(deps, survey, token, say.edition);
  const change = await findDraft(deps.db.read, response.token_hash);
  const what = whatIsSent(walk.definition, response, c.req.query('opened') !== undefined);
  const heading = say(withdrawn ? 'responses.withdrawn.heading' : sentHeadings[what]);
  const view = {
    survey,
    base: answerPath(survey.slug),
    reference: response.reference,
    what,
    heading,
    open,
    sentOn: inWords(response.day),
    withdrawnOn: inWords(response.withdrawn_on),
    changedOn: inWords(response.changed_on),
    erasedOn: inWords(response.words_erased_on),
    closesOn: say.day(survey.dates.closesOn, today),
    stations: await stationsOf(survey, deps, say),
    link,
    qr: qrOf(link),
    ...passOnOf(deps, survey),
    answers: withdrawn ? [] : copyOf(path, about, answers, say),
    about: open ? aboutView(survey, about, answers) : null,
    toldAbout: c.req.query('about') !== undefined,
    changeBegun: change !== undefined && (open || late),
    next: open && now.turn && !now.turn.done.includes(otherOf(now.turn.who)) ? otherOf(now.turn.who) : null,
  };
  return sentPage(c, view, { title: `${heading}: ${survey.said.title}` });
}

/** On a device that many people share: the reference to keep, and nothing that the next person could use. */
async function showSentHere(c: Ctx, { deps }: Journey, { survey }: Visit, { response }: Sent): Promise<Response> {
  const say = c.get('say');
  const stations = await stationsOf(survey, deps, say);
  const view = { survey, base: answerPath(survey.slug), reference: response.reference, stations };
  return sentHerePage(c, view, { title: `${say('responses.sent.heading')}: ${survey.said.title}` });
}

/** Their own copy: every question on their way, and what they said about themselves. */
function copyOf(path: readonly ReadStep[], about: readonly AboutStep[], answers: Answers, say: Say): InWords[] {
  const told = about.filter(({ id }) => Object.hasOwn(answers, id));
  return answersInWords([...path, ...told], answers, say);
}

/** Where 'about you' begins, why it is asked, and whether something was said already. */
function aboutView({ said }: LiveSurvey, about: readonly AboutStep[], answers: Answers): AboutView | null {
  const [first] = about;
  if (!first) return null;
  return {
    why: said.why,
    first: first.id,
    told: about.some(({ id }) => Object.hasOwn(answers, id)),
  };
}
