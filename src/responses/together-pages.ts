import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { qrOf, type Qr } from '../web/qr.ts';
import { keepReading, readReading } from '../web/reading.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { Edition } from '../words/editions.ts';
import { answerPath, forgetReceipt, keepTurn, otherOf, readTurn, type Who } from './cookies.ts';
import { showNotOpen } from './refusals.ts';
import { isOpen, type LiveSurvey } from './surveys.ts';
import { childReads, isForChildren } from './together-rules.ts';
import type { Journey } from './visit.ts';

type TogetherView = {
  survey: LiveSurvey;
  base: string;
  /** Who has sent their answers from this device. */
  done: readonly Who[];
  childHint: 'child-words' | 'child-stays' | 'child-own';
  link: string;
  qr: Qr;
};

const togetherPage = page<TogetherView>('responses/together');
const PATH = '/consultations/:slug/together';

/**
 * Where a child and a parent set out together: two answers, two links, and nothing that ties them. It stands outside the
 * answers' own pages, so that no cookie of theirs comes along and the page holds neither.
 */
export function addTogetherPages(site: Site, { deps, surveys }: Journey): void {
  const surveyOf = async (c: Ctx) => found(await surveys.find(param(c, 'slug'), c.get('say')));

  const show = async (c: Ctx) => {
    const survey = await surveyOf(c);
    if (!isOpen(survey, deps.today())) return notOpen(c, deps, survey);
    const link = `${deps.config.publicUrl}/consultations/${survey.slug}/together`;
    const view = {
      survey,
      base: `/consultations/${survey.slug}`,
      done: readTurn(c)?.done ?? [],
      childHint: childHint(c, survey),
      link,
      qr: qrOf(link),
    };
    return togetherPage(c, view, { title: `${c.get('say')('journey.together.title')}: ${survey.said.title}` });
  };
  site.kept(PATH, show, c => readTurn(c) !== null);

  site.post('public', PATH, async c => {
    const typed = await readForm(c);
    const survey = await surveyOf(c);
    const reading = readReading(c);
    const who = one(typed, 'who') === 'child' ? 'child' : 'adult';
    const adultReads = howTheAdultReads(c);
    const edition = who === 'child' ? childReads(survey.walk.definition, adultReads) : adultReads;
    if (edition !== reading.edition) keepReading(c, deps, { ...reading, edition });
    keepTurn(c, deps, survey, { who, adultReads, done: doneBefore(c, who), otherBegan: mayHaveBegun(c, otherOf(who)) });
    forgetReceipt(c, deps, survey);
    return c.redirect(answerPath(survey.slug), 303);
  });
}

// Whoever starts again when both have sent begins a new round.
function doneBefore(c: Ctx, who: Who): readonly Who[] {
  const done = readTurn(c)?.done ?? [];
  return done.length === 2 ? [] : done.filter(each => each !== who);
}

// No answer is known here: whoever began and has not sent may have left some.
function mayHaveBegun(c: Ctx, who: Who): boolean {
  const turn = readTurn(c);
  const began = turn?.otherBegan ? otherOf(turn.who) : turn?.who;
  return began === who && !turn?.done.includes(who);
}

function howTheAdultReads(c: Ctx): Edition {
  const turn = readTurn(c);
  if (turn?.who === 'child') return turn.adultReads;
  const { edition } = readReading(c);
  return edition === 'child' ? 'plain' : edition;
}

function childHint(c: Ctx, { walk: { definition } }: LiveSurvey): TogetherView['childHint'] {
  if (!isForChildren(definition)) return 'child-own';
  return childReads(definition, readReading(c).edition) === 'child' ? 'child-words' : 'child-stays';
}

const notOpen = (c: Ctx, deps: Deps, survey: LiveSurvey): Promise<Response> =>
  showNotOpen(c, deps, { survey, draft: null, answers: {}, path: [] });
