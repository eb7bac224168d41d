import type { ConsultationDates } from '../charters/clocks.ts';
import { londonDay } from '../calendar/london.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation } from '../db/schema.ts';
import { readOutcomes } from '../outcomes/content-rules.ts';
import { latestPublications, publicationDates } from '../publications/queries.ts';
import { listAcknowledgementDays, listLateReasons } from './queries.ts';

/** A consultation with every date that was promised and kept: all that clocks, states and promise lines need. */
export type ConsultationFacts = { row: Consultation; dates: ConsultationDates };

/** The facts of several consultations, in their order, in a fixed number of queries. */
export async function factsOf(db: Db, rows: readonly Consultation[]): Promise<ConsultationFacts[]> {
  const ids = rows.map(row => row.id);
  const [published, acknowledged, reasons, pages] = await Promise.all([
    publicationDates(db, ['consultation', 'outcomes'], ids),
    listAcknowledgementDays(db, ids),
    listLateReasons(db, ids),
    latestPublications(db, 'outcomes', ids),
  ]);
  return rows.map(row => {
    const firstPublished = (kind: string) => published.find(each => each.kind === kind && each.subject_id === row.id);
    const reasonFor = (promise: string) =>
      reasons.find(each => each.consultation_id === row.id && each.promise === promise)?.reason ?? null;
    const acknowledgement = acknowledged.find(each => each.consultation_id === row.id);
    const outcomes = pages.find(each => each.subject_id === row.id);
    return {
      row,
      dates: {
        opensOn: row.opens_on ?? '',
        closesOn: row.closes_on ?? '',
        outcomeOn: row.outcome_on ?? '',
        publishedOn: dayOf(firstPublished('consultation')?.published_at),
        acknowledgedOn: dayOf(acknowledgement?.acknowledged_at),
        acknowledgementLateReason: reasonFor('acknowledgement'),
        outcomePublishedOn: dayOf(firstPublished('outcomes')?.published_at),
        outcomeLateReason: reasonFor('outcome'),
        ...actionDates(outcomes?.content),
      },
    };
  });
}

export async function factsOfOne(db: Db, row: Consultation): Promise<ConsultationFacts> {
  const [facts] = await factsOf(db, [row]);
  if (!facts) throw new Error('A consultation has facts.');
  return facts;
}

/** Whether a plan has the three dates that a promise line needs. */
export const hasDates = ({ dates }: ConsultationFacts): boolean =>
  dates.opensOn !== '' && dates.closesOn !== '' && dates.outcomeOn !== '';

function dayOf(instant: string | undefined): string | null {
  return instant ? londonDay(instant) : null;
}

/** By when all that was promised in public is to be done, and when it was; what is drafted since says nothing. */
function actionDates(content: string | undefined) {
  const entries = content === undefined ? [] : readOutcomes(content).entries;
  const actions = entries.filter(({ decision }) => decision === 'done' || decision === 'will');
  const promised = actions.filter(each => each.dueOn !== null || each.doneOn !== null);
  const dueDays = promised.flatMap(each => each.dueOn ?? []).sort();
  const doneDays = promised.flatMap(each => each.doneOn ?? []).sort();
  const allDone = promised.length > 0 && doneDays.length === promised.length;
  const actionsDone = actions.flatMap(({ dueOn, doneOn }) => (dueOn && doneOn ? [{ dueOn, doneOn }] : []));
  return { allDoneBy: dueDays.at(-1) ?? null, allDoneOn: allDone ? (doneDays.at(-1) ?? null) : null, actionsDone };
}
