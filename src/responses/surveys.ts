import type { ConsultationDates } from '../charters/clocks.ts';
import { factsOfOne } from '../consultations/facts.ts';
import type { Plan } from '../consultations/plan.ts';
import { planIn, type SaidPlan } from '../consultations/said-rules.ts';
import { findBySlug, publishedVersion } from '../consultations/queries.ts';
import { consultationState, takesAnswers, type ConsultationState } from '../consultations/state.ts';
import type { Db } from '../db/dialect.ts';
import type { ShownMedia } from '../media/media-rules.ts';
import { mediaOf } from '../media/shown.ts';
import { latestPublication } from '../publications/queries.ts';
import { readDefinition } from '../surveys/definition.ts';
import type { Watch } from '../web/watch.ts';
import type { Say } from '../words/catalogue.ts';
import type { Edition } from '../words/editions.ts';
import { findVersion } from './queries.ts';
import type { Version } from './settle-rules.ts';

/** A published consultation as families answer it. The words of its files may be put right at any time. */
export type LiveSurvey = {
  id: string;
  slug: string;
  /** As the partnership wrote it, and in its reader's edition. */
  plan: Plan;
  said: SaidPlan;
  dates: ConsultationDates;
  walk: Version;
  media: ShownMedia;
};

export type Surveys = {
  /** Null when there is nothing public at this address. */
  find(slug: string, say: Say): Promise<LiveSurvey | null>;
  /** Inside a transaction pass it on: another connection may not be free. */
  version(id: string, tx?: Db): Promise<Version>;
};

const MOST = 200;

/** Surveys stay in memory until an act may have changed them; a published version never changes. */
export function createSurveys(db: Db, watch: Watch): Surveys {
  const live = new Map<string, { count: number; survey: Found; said: Map<Edition, LiveSurvey> }>();
  const versions = new Map<string, Version>();
  const version = async (id: string, tx = db): Promise<Version> => {
    const found = versions.get(id) ?? (await readVersion(tx, id));
    remember(versions, id, found);
    return found;
  };
  const find = async (slug: string, say: Say): Promise<LiveSurvey | null> => {
    const count = await watch.count();
    const kept = live.get(slug);
    if (kept?.count === count) return sayIn(kept, say);
    const survey = await readSurvey(db, slug, version);
    if (!survey) return null;
    const read = { count, survey, said: new Map<Edition, LiveSurvey>() };
    remember(live, slug, read);
    return sayIn(read, say);
  };
  return { find, version };
}

type Found = Omit<LiveSurvey, 'said'>;

function sayIn({ survey, said }: { survey: Found; said: Map<Edition, LiveSurvey> }, say: Say): LiveSurvey {
  const known = said.get(say.edition);
  const live = known ?? { ...survey, said: planIn(survey.plan, survey.walk.definition, say) };
  said.set(say.edition, live);
  return live;
}

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  if (kept.size >= MOST && !kept.has(key)) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, value);
}

async function readVersion(db: Db, id: string): Promise<Version> {
  const row = await findVersion(db, id);
  if (!row) throw new Error('A draft has a survey version.');
  return { id, number: row.number, definition: readDefinition(row.definition) };
}

async function readSurvey(db: Db, slug: string, version: Surveys['version']): Promise<Found | null> {
  const row = await findBySlug(db, slug);
  if (!row) return null;
  const [page, survey] = await Promise.all([
    latestPublication(db, 'consultation', row.id),
    publishedVersion(db, row.id),
  ]);
  if (!page || !survey) return null;
  const { dates } = await factsOfOne(db, row);
  const walk = await version(survey.id);
  const media = await mediaOf(db, row.id, walk.definition);
  return { id: row.id, slug, plan: JSON.parse(page.content) as Plan, dates, walk, media };
}

/** Where it stands on `today`, an ISO day in London. */
export const stateOf = (survey: LiveSurvey, today: string): ConsultationState => consultationState(survey.dates, today);

export const isOpen = (survey: LiveSurvey, today: string): boolean => takesAnswers(stateOf(survey, today));
