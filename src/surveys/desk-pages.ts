import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import { findForOfficer, latestVersion, publishedVersion } from '../consultations/queries.ts';
import type { SurveyVersion } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found } from '../web/errors.ts';
import { one, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param } from '../web/site.ts';
import { kindsToAdd } from './builder-rules.ts';
import { kindOf, kinds, missingForPublishing, readDefinition, type Definition } from './definition.ts';
import { routingGaps } from './routing.ts';
import { changeSurvey, NotASurvey, VersionIsGone } from './save-survey.ts';
import { stageOf, type Stage } from './stage-rules.ts';

/** A survey on the desk: its newest version, and the one that families answer. */
export type Loaded = {
  head: DeskHead;
  version: SurveyVersion;
  live: SurveyVersion | null;
  stage: Stage;
  definition: Definition;
  /** Its questions stay as they are. */
  isFixed: boolean;
};

type SurveyView = Loaded & {
  rows: { id: string; ask: string; kind: string; missing: string[]; once: boolean }[];
  kinds: { value: string; label: string }[];
  missing: string[];
  routing: string[];
  /** The question to go on from, and those whose rules were taken out with what they named. */
  here: string;
  rules: number[];
  refused: string[];
};

const surveyPage = page<SurveyView>('surveys/survey');

export const PATH = '/desk/consultations/:id/survey';
export const STAFF = ['officer', 'administrator'] as const;

export async function load(c: Ctx, deps: Deps, who: Who): Promise<Loaded> {
  const db = deps.db.read;
  const row = found(await findForOfficer(db, who, param(c, 'id')));
  const version = found(await latestVersion(db, row.id));
  const head = await headFor(db, who, await factsOfOne(db, row), deps.today());
  const live = (await publishedVersion(db, row.id)) ?? null;
  const stage = stageOf(version, head.state);
  const isFixed = stage !== 'first' && stage !== 'new';
  return { head, version, live, stage, definition: readDefinition(version.definition), isFixed };
}

export const surveyOf = ({ head }: Loaded): string => `/desk/consultations/${head.id}/survey`;

/** The list again, at this question: by `#` without scripts, by `at` with them; with the rules that went. */
export function placeOf(loaded: Loaded, id: string, touched: readonly string[] = []): string {
  const query = new URLSearchParams({
    ...(id ? { at: id } : {}),
    ...(touched.length ? { rules: touched.join(' ') } : {}),
  });
  return `${surveyOf(loaded)}${query.size > 0 ? `?${query}` : ''}${id ? `#${id}` : ''}`;
}

type Edit = (before: Definition, published: Definition[]) => Definition;

/** Changes the version that the form shows, unless it was published or discarded meanwhile. Gives what `changeSurvey` gives. */
export async function change(deps: Deps, who: Who, loaded: Loaded, typed: Typed, edit: Edit): Promise<string[]> {
  const versionId = one(typed, '_version') || loaded.version.id;
  if (loaded.isFixed) throw conflict();
  return unlessGone(changeSurvey(deps.db.write, who, loaded.head.id, edit, deps.now(), versionId));
}

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

type Wrong = { errors?: FieldErrors; refused?: string[] };

export function showSurvey(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  { errors = {}, refused = [] }: Wrong = {},
): Promise<Response> {
  const { definition, head } = loaded;
  const touched = (c.req.query('rules') ?? '').split(' ');
  const view = {
    ...loaded,
    rows: definition.questions.map(question => ({
      id: question.id,
      ask: question.ask,
      kind: deps.say(`surveys.kind.${question.kind}`),
      missing: kindOf(question).missing(question),
      once: question.kind === 'who-is-answering',
    })),
    kinds: kindsToAdd(definition, Object.keys(kinds)).map(value => ({
      value,
      label: deps.say(`surveys.kind.${value}`),
    })),
    missing: missingForPublishing(definition),
    routing: routingGaps(definition),
    here: c.req.query('at') ?? '',
    rules: definition.questions.flatMap(({ id }, at) => (touched.includes(id) ? [at + 1] : [])),
    refused,
  };
  const title = `Survey: ${head.title}`;
  if (refused.length === 0) return surveyPage(c, view, { title, area: 'desk', errors });
  return surveyPage(c, view, { title: `Error: ${title}`, area: 'desk', status: 422 });
}
