import { londonDay } from '../calendar/london.ts';
import type { Db } from '../db/dialect.ts';
import type { Consultation, Outcome } from '../db/schema.ts';
import { latestPublication } from '../publications/queries.ts';
import { readOutcomes, type OutcomesContent, type PublishedChange, type PublishedEntry } from './content-rules.ts';
import { isDecision, type Decision } from './decision-rules.ts';
import { figuresFor, safeTotal, steadyFigure, type Figure } from './figure-rules.ts';
import { peopleBehind } from './people.ts';
import { listOutcomeChanges, listOutcomeLinks, listOutcomes, listQuotes } from './queries.ts';

/** What the public reads now, or null while nothing is published. */
export async function publishedOutcomes(db: Db, consultationId: string): Promise<OutcomesContent | null> {
  const latest = await latestPublication(db, 'outcomes', consultationId);
  return latest ? readOutcomes(latest.content) : null;
}

/** The page as it would be published today (an ISO day) with every entry as it stands. */
export async function composePage(
  db: Db,
  row: Consultation,
  before: OutcomesContent | null,
  today: string,
): Promise<OutcomesContent> {
  const [rows, parts, people] = await Promise.all([
    listOutcomes(db, row.id),
    partsOf(db, row.id),
    peopleBehind(db, row.id),
  ]);
  const fresh = figuresFor(
    rows.map(each => people.behind.get(each.id) ?? new Set()),
    people.of,
  );
  const entries = rows.map((each, at) => {
    const old = before?.entries.find(entry => entry.id === each.id);
    return entryOf(each, parts, steadyFigure(old?.figure, fresh[at] ?? null), old, today);
  });
  return {
    title: row.title,
    opensOn: row.opens_on ?? '',
    closesOn: row.closes_on ?? '',
    people: before?.people ?? safeTotal(people.of),
    ...setAsideIn(before ? before.setAside : people.setAside),
    figuresOn: today,
    entries,
  };
}

// It stands beside the number of people, and was taken with it.
const setAsideIn = (setAside: OutcomesContent['setAside']) => (setAside ? { setAside } : {});

/** The page before with one entry as it stands now: a change says nothing of other entries, nor counts anew. */
export async function composeChange(
  db: Db,
  before: OutcomesContent,
  changed: Outcome,
  today: string,
): Promise<OutcomesContent> {
  const parts = await partsOf(db, changed.consultation_id);
  const entries = before.entries.map(entry => {
    return entry.id === changed.id ? entryOf(changed, parts, entry.figure, entry, today) : entry;
  });
  return { ...before, entries };
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

async function partsOf(db: Db, consultationId: string) {
  const [links, quotes, changes] = await Promise.all([
    listOutcomeLinks(db, consultationId),
    listQuotes(db, consultationId),
    listOutcomeChanges(db, consultationId),
  ]);
  return { links, quotes, changes };
}

function entryOf(
  row: Outcome,
  parts: Parts,
  figure: Figure,
  old: PublishedEntry | undefined,
  today: string,
): PublishedEntry {
  const entry: PublishedEntry = {
    id: row.id,
    heading: row.heading,
    youSaid: row.you_said,
    figure,
    quotes: parts.quotes.filter(each => each.outcome_id === row.id).map(quote => quote.id),
    decision: decisionOf(row.decision),
    words: row.words,
    why: row.why,
    owner: row.owner,
    dueOn: row.due_on,
    doneOn: row.done_on,
    serviceChanges: parts.links
      .filter(each => each.outcome_id === row.id)
      .map(({ id, slug, title }) => ({ id, slug, title })),
    changes: changesOf(parts.changes.filter(each => each.outcome_id === row.id).map(changeOf), old),
    updatedOn: today,
  };
  const isOld = old !== undefined && JSON.stringify({ ...old, updatedOn: today }) === JSON.stringify(entry);
  return isOld ? old : entry;
}

/** Changes of the links stand in the page alone, so they are carried over from the one before. */
function changesOf(rows: PublishedChange[], old: PublishedEntry | undefined): PublishedChange[] {
  const links = old?.changes.filter(change => change.links) ?? [];
  return [...rows, ...links].toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0));
}

// A draft may not have chosen yet; publishing is refused until it has.
const decisionOf = (word: string): Decision => (isDecision(word) ? word : 'not-yet');

function changeOf(row: Parts['changes'][number]): PublishedChange {
  return {
    on: londonDay(row.changed_at),
    was: decisionOf(row.was_decision),
    now: decisionOf(row.now_decision),
    wasDueOn: row.was_due_on,
    nowDueOn: row.now_due_on,
    reason: row.reason,
  };
}
