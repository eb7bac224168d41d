import { HOURS_TO_COPY } from '../calendar/closing.ts';
import type { Ctx } from '../web/context.ts';
import { forReader, type Deps } from '../web/deps.ts';
import type { Typed } from '../web/forms.ts';
import type { Answers } from '../surveys/kinds/kind.ts';
import type { Say } from '../words/catalogue.ts';
import { page, type PageOptions } from '../web/render.ts';
import { answerPath } from './cookies.ts';
import { answersInWords, type InWords } from './question-rules.ts';
import { findBegun } from './queries.ts';
import { stateOf } from './surveys.ts';
import { isOwnStep, type Visit } from './visit.ts';

type RefusalView = {
  kicker: string;
  heading: string;
  paragraphs: string[];
  /** What was answered so far, and what was typed on the page that could not be taken: to copy. */
  answers: InWords[];
  typed: string[];
  hoursToCopy: number;
  links: { href: string; text: string }[];
};

const refusalPage = page<RefusalView>('responses/refusal');

type Shown = Pick<Visit, 'survey' | 'draft' | 'answers' | 'path'>;

/**
 * Not open yet, or closed: why, whom to ask, and the words of this device's draft to copy. 409 for what was posted.
 * `wordsElsewhere` offers a link instead: the first page shows nobody's answers.
 */
export function showNotOpen(
  c: Ctx,
  deps: Deps,
  shown: Shown,
  { typed, wordsElsewhere = false }: { typed?: Typed; wordsElsewhere?: boolean } = {},
): Promise<Response> {
  const { say } = forReader(c, deps);
  const early = stateOf(shown.survey, deps.today()) === 'opening-soon';
  const { opensOn, closesOn } = shown.survey.dates;
  const all = shown.draft ? answersInWords(shown.path, shown.answers, say) : [];
  const { said, plan } = shown.survey;
  const { keyContactName, keyContactEmail, keyContactPhone } = plan;
  const contact = [keyContactName, keyContactPhone, keyContactEmail].filter(Boolean).join(', ');
  const day = say.day(early ? opensOn : closesOn, deps.today());
  const words = { title: said.title, contact: say.written(contact), day };
  const key = early ? 'responses.not-open' : 'responses.closed';
  const isElsewhere = wordsElsewhere && all.length > 0;
  const own = { href: `${answerPath(shown.survey.slug)}/check`, text: say('journey.closed.words') };
  const links = [isElsewhere ? own : toConsultation(shown, say), ...(early ? [] : afterClose(shown, say))];
  return show(c, deps, shown, { key, words, answers: isElsewhere ? [] : all, links, typed, status: typed ? 409 : 200 });
}

const toConsultation = ({ survey }: Shown, say: Say) => ({
  href: `/consultations/${survey.slug}`,
  text: say('responses.to-consultation'),
});

/** How to hear what came of it, and what takes answers now. */
const afterClose = ({ survey }: Shown, say: Say) => [
  { href: `/consultations/${survey.slug}/news`, text: say('responses.closed.news') },
  { href: '/consultations', text: say('responses.stop.elsewhere') },
];

/** This page's answers were sent already; a change starts from the confirmation. */
export function showAlreadySent(c: Ctx, deps: Deps, shown: Shown, typed: Typed): Promise<Response> {
  const link = {
    href: `${answerPath(shown.survey.slug)}/sent`,
    text: forReader(c, deps).say('responses.already-sent.link'),
  };
  return show(c, deps, shown, { key: 'responses.already-sent', typed, status: 409, links: [link] });
}

/** The page belongs to answers that this device does not hold, or not any more. */
export function showLost(c: Ctx, deps: Deps, shown: Shown, typed?: Typed): Promise<Response> {
  const link = { href: answerPath(shown.survey.slug), text: forReader(c, deps).say('responses.lost.link') };
  return show(c, deps, shown, { key: 'responses.lost', typed, status: typed ? 409 : 404, links: [link] });
}

const SECONDS_TO_ARRIVE = 60;

/**
 * The first answer was kept, but the browser did not bring back the cookie that finds it. So its words are given back,
 * as Back alone would not bring them everywhere: only to who comes straight from our form, and nothing is changed. The
 * address alone, found in a history or asked for again by a filter, gives nobody's words.
 */
export async function showBlocked(c: Ctx, deps: Deps, shown: Visit, draftId: string): Promise<Response> {
  const { say } = forReader(c, deps);
  const { helpLine, postAddress } = await deps.partnership();
  const words = { phone: say.written(helpLine), post: say.written(postAddress) };
  const link = { href: '/other-formats', text: say('responses.blocked.link') };
  const since = deps.now().subtract({ seconds: SECONDS_TO_ARRIVE }).toString({ smallestUnit: 'millisecond' });
  const begun = isOwnStep(c, deps) ? await findBegun(deps.db.read, draftId, shown.survey.id, since) : undefined;
  const answers = begun ? answersInWords(shown.steps, JSON.parse(begun.answers) as Answers, say) : [];
  const typed = { answer: answers.flatMap(answer => answer.words) };
  return show(c, deps, shown, { key: 'responses.blocked', words, typed, status: 409, links: [link] });
}

type Refusal = {
  key: string;
  words?: Record<string, string>;
  answers?: InWords[];
  typed?: Typed | undefined;
  status: NonNullable<PageOptions['status']>;
  links?: RefusalView['links'];
};

function show(c: Ctx, deps: Deps, shown: Shown, refusal: Refusal): Promise<Response> {
  const { say } = forReader(c, deps);
  const { key, words = {}, answers = [], typed = {}, status, links } = refusal;
  const heading = say(`${key}.heading`);
  const view = {
    kicker: shown.survey.said.title,
    heading,
    paragraphs: say(`${key}.text`, words).split('\n\n'),
    answers: answers.filter(answer => answer.words.length > 0),
    typed: Object.entries(typed).flatMap(([name, values]) => (name.startsWith('answer') ? values.filter(Boolean) : [])),
    hoursToCopy: HOURS_TO_COPY,
    links: links ?? [toConsultation(shown, say)],
  };
  return refusalPage(c, view, { title: `${heading}: ${shown.survey.said.title}`, status });
}
