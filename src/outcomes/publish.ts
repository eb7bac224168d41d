import { act } from '../audit/act.ts';
import { londonDay } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { clockState } from '../charters/clocks.ts';
import { hasClosed } from '../acknowledgements/closed-rules.ts';
import { factsOfOne, type ConsultationFacts } from '../consultations/facts.ts';
import { addLateReason, lockConsultation } from '../consultations/queries.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { addPublication } from '../publications/queries.ts';
import { composePage, publishedOutcomes } from './compose.ts';
import { changedEntries, isSame, type OutcomesContent } from './content-rules.ts';
import { missingFromEntry } from './decision-rules.ts';
import { entryFrom } from './entries.ts';
import { listOutcomes } from './queries.ts';
import { tellContacts, type Tools } from './tell.ts';

/** What stands between the drafts and publishing them. */
export type Readiness = {
  /** Sentences, each with the entry that it is about, or null. */
  missing: { entryId: string | null; heading: string; words: string }[];
  isUnchanged: boolean;
  /** Decisions come after the day that was promised, and nobody has said why. */
  needsReason: boolean;
  before: OutcomesContent | null;
  content: OutcomesContent;
};

/** Publishing was refused: something is missing, nothing is new, or a reason is owed. Nothing was changed. */
export class NotReady extends Error {}

export async function outcomesReadiness(
  db: Db,
  facts: ConsultationFacts,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): Promise<Readiness> {
  const today = londonDay(now);
  const { row, dates } = facts;
  const before = await publishedOutcomes(db, row.id);
  const content = await composePage(db, row, before, today);
  const missing = hasClosed(dates, now) ? await missingFrom(db, row, before, today) : [tooEarly];
  const late = clockState(dates.outcomeOn, dates.outcomePublishedOn, today, calendar).state === 'overdue';
  const needsReason = late && dates.outcomeLateReason === null;
  return { missing, isUnchanged: isSame(content, before), needsReason, before, content };
}

const tooEarly = { entryId: null, heading: '', words: 'Nothing can be decided before the close.' };

async function missingFrom(db: Db, row: Consultation, before: OutcomesContent | null, today: string) {
  const rows = await listOutcomes(db, row.id);
  if (rows.length === 0) return [{ entryId: null, heading: '', words: 'Write at least one entry.' }];
  const isPublic = new Set(before?.entries.map(entry => entry.id));
  return rows.flatMap(each => {
    const entry = entryFrom(each);
    const about = { entryId: each.id, heading: each.heading };
    const gaps = missingFromEntry(entry, today).map(gap => ({ ...about, words: gap.words }));
    const past = !isPublic.has(each.id) && entry.decision === 'will' && (entry.dueOn ?? today) < today;
    return past ? [...gaps, { ...about, words: 'Promise a day that is still to come.' }] : gaps;
  });
}

/**
 * Publishes every entry as it stands: a new version of the page, the reason when it is late, and news to everybody who
 * left an email address, in one act. Gives the version's number; throws NotReady.
 */
export async function publishOutcomes(
  tools: Tools,
  who: Pick<Who, 'id'>,
  row: Consultation,
  given: { reason: string },
): Promise<number> {
  const now = tools.now();
  const calendar = await tools.calendar();
  const detail: Record<string, number> = {};
  const subject = { kind: 'consultation', id: row.id };
  return act(tools.db.write, { person: who, act: 'publish outcomes', subject, detail, now }, async tx => {
    await lockConsultation(tx, row.id);
    const ready = await outcomesReadiness(tx, await factsOfOne(tx, row), now, calendar);
    const owes = ready.needsReason && given.reason === '';
    if (ready.missing.length > 0 || ready.isUnchanged || owes) throw new NotReady('The outcomes are not ready.');
    const at = now.toString({ smallestUnit: 'millisecond' });
    if (ready.needsReason) {
      const late = { promise: 'outcome', reason: given.reason, given_at: at, given_by: who.id };
      await addLateReason(tx, { consultation_id: row.id, ...late });
    }
    const page = { kind: 'outcomes' as const, subjectId: row.id, content: ready.content };
    const version = await addPublication(tx, { ...page, personId: who.id, now: at });
    const entries = changedEntries(ready.content, ready.before);
    const news = ready.before === null ? 'first' : 'change';
    // A new order alone is no news.
    detail.mailed = entries.length > 0 ? await tellContacts(tx, tools, row, { entries, news, now }) : 0;
    detail.version = version;
    return version;
  });
}
