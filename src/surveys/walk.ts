import { asPlanned } from '../consultations/public.ts';
import { findForOfficer } from '../consultations/queries.ts';
import { planIn } from '../consultations/said-rules.ts';
import { mediaOf } from '../media/shown.ts';
import type { Who } from '../people/roles.ts';
import { stepsIn, type ReadStep } from '../responses/reading-rules.ts';
import type { LiveSurvey } from '../responses/surveys.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { param } from '../web/site.ts';
import type { Edition } from '../words/editions.ts';
import { load, surveyOf, type Loaded } from './desk-pages.ts';
import { editionsOf } from './editions.ts';
import type { Answers } from './kinds/kind.ts';
import { pathOf } from './steps.ts';
import { asAddress, fromAddress, looks, type Look } from './walk-rules.ts';

/** What stands around each page of a walk: how it is looked at, and the ways back. */
export type Preview = {
  look: Look;
  chooser: string;
  desk: string;
  /** The plan lacks what these pages say, so that something else stands there. */
  hasGaps: boolean;
  /** Of a question that comes earlier here, because others were skipped: its number in the list. */
  inList: number | null;
};

/** Somebody who looks at a survey as families will. Nothing of it is kept. */
export type Walk = {
  loaded: Loaded;
  survey: LiveSurvey;
  edition: Edition;
  preview: Preview;
  answers: Answers;
  steps: readonly ReadStep[];
  path: readonly ReadStep[];
  base: string;
  /** The same walk with other answers. */
  baseWith(answers: Answers): string;
};

/** The walk at this address, whose page is then said in the words of its edition. */
export async function walkAt(c: Ctx, deps: Deps, who: Who): Promise<Walk> {
  const loaded = await load(c, deps, who);
  const { definition, version } = loaded;
  const edition = found(editionsOf(definition).find(each => each === param(c, 'edition')));
  const look = found(looks.find(each => each === param(c, 'look')));
  const say = deps.sayIn(edition);
  c.set('say', say);
  const walk = { id: version.id, number: version.number, definition };
  const steps = stepsIn(walk, edition, say);
  const answers = fromAddress(param(c, 'sofar'), steps);
  const { survey, hasGaps } = await surveyAt(deps, who, loaded, walk, say);
  const chooser = `${surveyOf(loaded)}/preview`;
  const baseWith = (each: Answers) => `${chooser}/${edition}/${look}/${asAddress(each)}`;
  const base = baseWith(answers);
  const exitTo = survey.plan.exitAddress ?? '';
  c.set('around', { base, exitTo, shared: null, forChild: edition === 'child', support: survey.said.support });
  const preview = { look, chooser, desk: surveyOf(loaded), hasGaps, inList: null };
  return { loaded, survey, edition, preview, answers, steps, path: pathOf(steps, answers), base, baseWith };
}

async function surveyAt(
  deps: Deps,
  who: Who,
  { head, definition }: Loaded,
  walk: LiveSurvey['walk'],
  say: Deps['say'],
): Promise<{ survey: LiveSurvey; hasGaps: boolean }> {
  const db = deps.db.read;
  const row = found(await findForOfficer(db, who, head.id));
  const gap = deps.say('consultations.page.not-written');
  const { plan: written, dates } = await asPlanned(db, row, { today: deps.today(), gap });
  const plan = { ...written, safeguardingName: written.safeguardingName || '(nobody named yet)' };
  const survey: LiveSurvey = {
    id: row.id,
    slug: row.slug,
    plan,
    said: planIn(plan, definition, say),
    dates: { ...dates, closesOn: dates.closesOn || deps.today() },
    walk,
    media: await mediaOf(db, row.id, definition),
  };
  const hasGaps = !dates.closesOn || written.safeguardingName === '' || written.minutes === null;
  return { survey, hasGaps };
}
