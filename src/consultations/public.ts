import type { Db } from '../db/dialect.ts';
import type { Consultation } from '../db/schema.ts';
import type { Definition } from '../surveys/definition.ts';
import { latestPublication, latestPublications } from '../publications/queries.ts';
import { factsOf, factsOfOne, type ConsultationFacts } from './facts.ts';
import { planOf, withGapsNamed, type Plan } from './plan.ts';
import {
  findBySlug,
  listConsultationPeople,
  listPublished,
  publishedDefinitions,
  publishedVersion,
} from './queries.ts';
import { consultationState, type ConsultationState } from './state.ts';

/**
 * A consultation as the public sees it: the words of its latest publication, the dates of its row, and in which editions
 * the survey that families answer can be read.
 */
export type PublicConsultation = ConsultationFacts & {
  plan: Plan;
  state: ConsultationState;
  editions: Definition['editions'];
  /** That survey, as JSON; undefined while none is published. */
  definition: string | undefined;
};

/** Every consultation that was published. `today` is an ISO day. */
export async function listPublic(db: Db, today: string): Promise<PublicConsultation[]> {
  const [rows, publications] = await Promise.all([listPublished(db), latestPublications(db, 'consultation')]);
  const contents = new Map(publications.map(each => [each.subject_id, each.content]));
  const [all, surveys] = await Promise.all([factsOf(db, rows), publishedDefinitions(db)]);
  return all.map(facts =>
    asPublic(facts, { content: contents.get(facts.row.id) ?? '{}', definition: surveys.get(facts.row.id) }, today),
  );
}

/** The published consultation at this address; null when there is none, or it is not published. */
export async function findPublic(db: Db, slug: string, today: string): Promise<PublicConsultation | null> {
  const row = await findBySlug(db, slug);
  const publication = row && (await latestPublication(db, 'consultation', row.id));
  if (!publication) return null;
  const definition = (await publishedVersion(db, row.id))?.definition;
  return asPublic(await factsOfOne(db, row), { content: publication.content, definition }, today);
}

/** The same of a consultation as its plan stands now, published or not, with `gap` where it is not written yet. */
export async function asPlanned(
  db: Db,
  row: Consultation,
  { today, gap }: { today: string; gap: string },
): Promise<PublicConsultation> {
  const facts = await factsOfOne(db, row);
  const plan = withGapsNamed(planOf(row, await listConsultationPeople(db, row.id)), gap);
  return { ...facts, plan, state: consultationState(facts.dates, today), editions: {}, definition: undefined };
}

type Kept = { content: string; definition: string | undefined };

function asPublic(facts: ConsultationFacts, { content, definition }: Kept, today: string): PublicConsultation {
  const { editions } = JSON.parse(definition ?? '{}') as Partial<Definition>;
  const state = consultationState(facts.dates, today);
  return { ...facts, plan: JSON.parse(content) as Plan, state, editions, definition };
}
