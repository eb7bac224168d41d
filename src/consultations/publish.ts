import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import { londonDay } from '../calendar/london.ts';
import { acknowledgementDueOn } from '../charters/clocks.ts';
import { readPartnership } from '../charters/partnership.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation, Schema, SurveyVersion } from '../db/schema.ts';
import { missingFiles } from '../media/shown.ts';
import type { Who } from '../people/roles.ts';
import { addPublication, latestPublication } from '../publications/queries.ts';
import { missingForPublishing, readDefinition, type Definition } from '../surveys/definition.ts';
import { publishSurveyVersion } from '../surveys/queries.ts';
import { found } from '../web/errors.ts';
import { readBlocks, type Block, type KeptWords } from '../word-reasons/blocks.ts';
import { keepReasons, type Reasons } from '../word-reasons/keep.ts';
import { isReason } from '../word-reasons/reason-rules.ts';
import { missingFromPlan, planOf, type Missing, type Plan } from './plan.ts';
import {
  findConsultation,
  latestVersion,
  listConsultationPeople,
  lockConsultation,
  publishedVersion,
} from './queries.ts';

/** Everything that stands between a consultation and publishing it: the plan's gaps, the survey's, and words without a reason. */
export type Gaps = { plan: Missing[]; survey: string[]; words: Block[] };

export const countGaps = ({ plan, survey, words }: Gaps): number => plan.length + survey.length + words.length;

/** Publishing was refused: it is not complete. Nothing was changed. */
export class NotComplete extends Error {
  readonly gaps: Gaps;
  constructor(gaps: Gaps) {
    super('The consultation is not complete.');
    this.gaps = gaps;
  }
}

/**
 * Publishes the plan as it stands, and with the first version the survey too: from then on a change of its questions
 * is a version of its own. Later publications change the words of the page alone. `reasons` say why words stay that would
 * stop it. Gives the publication's number; throws NotComplete.
 */
export function publishConsultation(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  id: string,
  now: Temporal.Instant,
  reasons: Reasons = {},
): Promise<number> {
  const detail: Record<string, number> = {};
  const doing = { person: who, act: 'publish consultation', subject: { kind: 'consultation', id }, detail, now };
  return act(db, doing, async tx => {
    found(await lockConsultation(tx, id));
    const ready = await readiness(tx, id, londonDay(now));
    const at = now.toString({ smallestUnit: 'millisecond' });
    const words = await keepReasons(tx, who, { consultationId: id, blocks: ready.gaps.words, reasons }, at);
    const gaps = { ...ready.gaps, words };
    if (countGaps(gaps) > 0) throw new NotComplete(gaps);
    if (ready.survey.published_at === null) await publishSurveyVersion(tx, ready.survey.id, at);
    const given = { kind: 'consultation' as const, subjectId: id, content: ready.plan, personId: who.id, now: at };
    return (detail['version'] = await addPublication(tx, given));
  });
}

/** What is still missing when these reasons are given. */
export async function missingWith(db: Db, id: string, today: string, reasons: Reasons): Promise<Gaps> {
  const { gaps } = await readiness(db, id, today);
  return { ...gaps, words: gaps.words.filter(({ mark }) => !isReason(reasons[mark] ?? '')) };
}

export type Readiness = { row: Consultation; plan: Plan; survey: SurveyVersion; gaps: Gaps; kept: KeptWords[] };

/** The plan and the survey that would be published, and what they still need. `today` is an ISO day. */
export async function readiness(db: Db, id: string, today: string): Promise<Readiness> {
  const { definition, gaps, ...found } = await gapsIn(db, id, today);
  const isNew = found.survey.published_at === null;
  const { open, kept } = await readBlocks(db, id, { plan: found.row, survey: isNew ? definition : undefined });
  return { ...found, gaps: { ...gaps, words: open }, kept };
}

/** The same, but for what stands in its words: looking at them takes longer than all else. */
export async function gapsIn(db: Db, id: string, today: string) {
  const row = await findConsultation(db, id);
  // A new version that is being written is published by an act of its own.
  const survey = (await publishedVersion(db, id)) ?? (await latestVersion(db, id));
  if (!row || !survey) throw new Error('A consultation has a row and a survey.');
  const plan = planOf(row, await listConsultationPeople(db, id));
  const isPublic = (await latestPublication(db, 'consultation', id)) !== undefined;
  // Its dates are promised by now; words may still be put right after the close.
  const day = isPublic && row.closes_on && row.closes_on < today ? row.closes_on : today;
  const dates = { opensOn: row.opens_on, closesOn: row.closes_on, outcomeOn: row.outcome_on };
  const definition = readDefinition(survey.definition);
  const gaps = {
    plan: missingFromPlan(plan, dates, { today: day, replyBy: isPublic ? null : await replyBy(db, row) }),
    survey: survey.published_at === null ? await missingFromSurvey(db, id, definition) : [],
  };
  return { row, plan, survey, definition, gaps };
}

const missingFromSurvey = async (db: Db, id: string, definition: Definition): Promise<string[]> => [
  ...missingForPublishing(definition),
  ...(await missingFiles(db, id, definition)),
];

async function replyBy(db: Db, { closes_on }: Consultation): Promise<string | null> {
  if (!closes_on) return null;
  const { calendar, charter } = await readPartnership(db);
  return acknowledgementDueOn(closes_on, calendar, charter.clocks.acknowledgementWorkingDays);
}
