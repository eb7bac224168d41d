import { factsOf, factsOfOne, type ConsultationFacts } from '../consultations/facts.ts';
import type { Plan } from '../consultations/plan.ts';
import { findBySlug, listPublished } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Publication } from '../db/schema.ts';
import { readOutcomes, type PublishedEntry } from '../outcomes/content-rules.ts';
import { latestPublication, latestPublications } from '../publications/queries.ts';

/** A published consultation as the board knows it: what the public may read of it, and nothing that is still a draft. */
export type OnBoard = ConsultationFacts & { title: string; entries: PublishedEntry[] };

/** Every published consultation, in a fixed number of queries. */
export async function listOnBoard(db: Db): Promise<OnBoard[]> {
  const [all, plans, outcomes] = await Promise.all([
    listPublished(db).then(rows => factsOf(db, rows)),
    latestPublications(db, 'consultation'),
    latestPublications(db, 'outcomes'),
  ]);
  const of = (list: Publication[], id: string) => list.find(each => each.subject_id === id);
  return all.map(facts => onBoard(facts, of(plans, facts.row.id), of(outcomes, facts.row.id)));
}

/** The published consultation at this address, or null. */
export async function findOnBoard(db: Db, slug: string): Promise<OnBoard | null> {
  const row = await findBySlug(db, slug);
  if (!row) return null;
  const [plan, outcomes] = await Promise.all([
    latestPublication(db, 'consultation', row.id),
    latestPublication(db, 'outcomes', row.id),
  ]);
  return plan ? onBoard(await factsOfOne(db, row), plan, outcomes) : null;
}

function onBoard(facts: ConsultationFacts, plan: Publication | undefined, outcomes: Publication | undefined): OnBoard {
  const title = plan ? (JSON.parse(plan.content) as Plan).title : facts.row.title;
  return { ...facts, title, entries: outcomes ? readOutcomes(outcomes.content).entries : [] };
}
