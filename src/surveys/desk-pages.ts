import { changesInPublic } from '../consultations/changes-in-public.ts';
import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { planOf } from '../consultations/plan.ts';
import { gapsIn } from '../consultations/publish.ts';
import { findForOfficer, latestVersion } from '../consultations/queries.ts';
import { startOriginal } from '../consultations/said-rules.ts';
import { surveyChanges } from '../consultations/survey-change-rules.ts';
import type { SurveyVersion } from '../db/schema.ts';
import { readKnown } from '../glossary/known.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found } from '../web/errors.ts';
import { one, readForm, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param } from '../web/site.ts';
import { readBlocks, type Block } from '../word-reasons/blocks.ts';
import { changesInWords, placed, type Change } from './change-rules.ts';
import { editionAdvice, type EditionAdvice } from './edition-advice-rules.ts';
import type { StartOriginal } from './edition-texts-rules.ts';
import { editSteps, type EditRow } from './edit-steps.ts';
import { readDefinition, type Definition } from './definition.ts';
import { kindChoices, type KindChoice } from './kind-choices.ts';
import { rulesLost, type Lost } from './lost-rules.ts';
import { addedIn, doneTo, noticeOf, type Did, type Notice } from './notice-rules.ts';
import { called } from './number-rules.ts';
import { missingFromVersion } from './publish-version.ts';
import { publishedVersions } from './queries.ts';
import type { QuestionPage } from './question-page.ts';
import type { Gap } from './routing.ts';
import { changeSurvey, NotASurvey, VersionIsGone } from './save-survey.ts';
import { journey, QUOTE } from './steps.ts';
import { stageOf, type Stage } from './stage-rules.ts';
import { surveyRows, overallFindings, type SurveyRow } from './survey-rows.ts';

/** A survey on the desk: its newest version, and those that were published. */
export type Loaded = {
  head: DeskHead;
  version: SurveyVersion;
  /** The number of the version that families answer. */
  live: number | null;
  /** Every published version, newest first. */
  published: Definition[];
  stage: Stage;
  definition: Definition;
  /** What its first pages say, in the words of the plan. */
  original: StartOriginal;
  /** Its questions stay as they are. */
  isFixed: boolean;
};

type SurveyView = Loaded & {
  undo: EditRow | null;
  redo: EditRow | null;
  rows: SurveyRow[];
  kinds: KindChoice[];
  /** What stands in the way of publishing; what a new version changes. */
  missing: Gap[];
  /** How much the plan of a survey that was never published lacks. */
  planGaps: number;
  changes: Change[];
  /** What the consultation's page will say of them. */
  inPublic: string;
  /** What its editions lack. */
  advice: EditionAdvice[];
  done: boolean;
  /** What was just done elsewhere; the questions that came of it. */
  notice: Notice | null;
  fresh: string[];
  /** The question to go on from, what was just done to it, and the rules that went with what they named. */
  here: string;
  mark: string;
  lost: Lost[];
  /** What is asked at the end of those who wrote something; '' where nobody can. */
  quote: string;
  /** What is counted anew from now on. */
  anew: string;
  refused: string[];
  /** What the checks of words say of the survey as a whole, and of what is asked ‘about you’. */
  overall: SurveyRow['found'];
  /** The question whose form stands in its place. */
  editing: QuestionPage | null;
  /** Words that need a reason before this version is published; why they stay, as typed, and what is wrong with that, by mark. */
  blocks: Block[];
  reasons: Record<string, string>;
  wrong: Record<string, string>;
};

const surveyPage = page<SurveyView>('surveys/survey');

export const PATH = '/desk/consultations/:id/survey';
export const STAFF = ['officer', 'administrator'] as const;

export async function load(c: Ctx, deps: Deps, who: Who): Promise<Loaded> {
  const db = deps.db.read;
  const row = found(await findForOfficer(db, who, param(c, 'id')));
  const version = found(await latestVersion(db, row.id));
  const head = await headFor(db, who, await factsOfOne(db, row), deps.today());
  const versions = await publishedVersions(db, row.id);
  const stage = stageOf(version, head.state);
  const definition = readDefinition(version.definition);
  const isFixed = stage !== 'first' && stage !== 'new';
  return {
    head,
    version,
    live: versions[0]?.number ?? null,
    published: versions.map(each => readDefinition(each.definition)),
    stage,
    definition,
    original: startOriginal(planOf(row, []), definition),
    isFixed,
  };
}

export const surveyOf = ({ head }: Loaded): string => `/desk/consultations/${head.id}/survey`;

/** What was done to it, rules that went, whether it is counted anew, what the library gave or got, and where its list stands. */
type Said = { did?: Did; rules?: string[]; anew?: boolean; added?: string[]; kept?: boolean; list?: string };

/** The list again, at this question: by `#` without scripts, by `at` with them; and what has to be said of the change. */
export function placeOf(
  loaded: Loaded,
  id: string,
  { did, rules = [], anew, added = [], kept, list = '' }: Said,
): string {
  const query = new URLSearchParams({
    ...(id ? { at: id } : {}),
    ...(id && did ? { did } : {}),
    ...(rules.length > 0 ? { rules: rules.join(' ') } : {}),
    ...(anew ? { anew: 'yes' } : {}),
    ...(added.length > 0 ? { added: added.join(' ') } : {}),
    ...(kept ? { kept: 'yes' } : {}),
  });
  return `${surveyOf(loaded)}${list}${query.size > 0 ? `?${query}` : ''}${id ? `#${id}` : ''}`;
}

export type Edit = (before: Definition, published: Definition[]) => Definition;

/** A form that was posted: what was typed, unless its version was published or discarded meanwhile. */
export async function readFormOf(c: Ctx, loaded: Loaded): Promise<Typed> {
  const typed = await readForm(c);
  const version = one(typed, '_version');
  if (loaded.isFixed || (version !== '' && version !== loaded.version.id)) throw conflict();
  return typed;
}

/** Changes the version that was loaded, unless that was published or discarded meanwhile. Takes and gives what `changeSurvey` does. */
export const change = (deps: Deps, who: Who, { head, version }: Loaded, edit: Edit, name = ''): Promise<string[]> =>
  unlessGone(changeSurvey(deps.db.write, who, head.id, edit, deps.now(), { versionId: version.id, name }));

export async function unlessGone<T>(doing: Promise<T>): Promise<T> {
  try {
    return await doing;
  } catch (error) {
    throw error instanceof VersionIsGone ? conflict() : error;
  }
}

/** What was refused, when that is why. */
export function refusedBy(error: unknown): string[] {
  if (error instanceof NotASurvey) return error.errors;
  throw error;
}

type Wrong = {
  errors?: FieldErrors;
  refused?: string[];
  reasons?: SurveyView['reasons'];
  wrong?: SurveyView['wrong'];
  status?: 409 | 422;
  editing?: QuestionPage;
};

export async function showSurvey(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  { errors = {}, refused = [], reasons = {}, wrong = {}, status = 422, editing }: Wrong = {},
): Promise<Response> {
  const { definition, head, stage, published } = loaded;
  const isNew = stage === 'new';
  const live = isNew ? published[0] : undefined;
  const touched = (c.req.query('rules') ?? '').split(' ');
  const steps = loaded.isFixed ? { undo: null, redo: null, before: null } : await editSteps(deps, loaded);
  const here = c.req.query('at') ?? '';
  const isIn = (id: string) => definition.questions.some(each => each.id === id);
  const gaps = stage === 'first' ? (await gapsIn(deps.db.read, head.id, deps.today())).gaps : null;
  const missing = isNew ? await missingFromVersion(deps.db.read, head.id, definition, published) : (gaps?.survey ?? []);
  const words = await readBlocks(deps.db.read, head.id, { survey: definition });
  const kept = new Set(words.kept.map(each => each.mark));
  const checked = { say: deps.say, known: await readKnown(deps.db.read), kept };
  const view: SurveyView = {
    ...loaded,
    undo: steps.undo,
    redo: steps.redo,
    rows: surveyRows(definition, { desk: `/desk/consultations/${head.id}`, ...checked }),
    overall: overallFindings(definition, checked),
    kinds: kindChoices(definition, { after: '', about: false }, surveyOf(loaded), deps.say),
    missing: placed(definition, missing),
    planGaps: gaps?.plan.length ?? 0,
    changes: live ? changesInWords(live, definition, deps.say) : [],
    inPublic: live ? changesInPublic(surveyChanges(live, definition), deps.say) : '',
    advice: isNew ? editionAdvice(definition, loaded.original) : [],
    done: c.req.query('published') !== undefined,
    notice: noticeOf(definition, c.req.query(), surveyOf(loaded)),
    fresh: addedIn(definition, c.req.query('added')),
    here,
    mark: steps.undo ? doneTo(c.req.query('did')) : '',
    lost: steps.before ? rulesLost(steps.before, definition, touched, deps.say) : [],
    quote: journey(definition, deps.say).find(step => step.id === QUOTE)?.question.ask ?? '',
    anew: c.req.query('anew') !== undefined && isIn(here) ? called(definition, here) : '',
    refused,
    editing: editing ?? null,
    ...{ blocks: words.open, reasons, wrong },
  };
  const title = `Survey: ${head.title}`;
  if (refused.length + Object.keys(wrong).length === 0) return surveyPage(c, view, { title, area: 'desk', errors });
  return surveyPage(c, view, { title: `Error: ${title}`, area: 'desk', status });
}
