import type { SetAsideFigure } from '../unusual/why-rules.ts';
import type { Decision } from './decision-rules.ts';
import type { Figure } from './figure-rules.ts';

/** One version of a 'You said, we did' page: everything that it shows but the words of quotes. Days are ISO days. */
export type OutcomesContent = {
  title: string;
  opensOn: string;
  closesOn: string;
  /** How many people answered; null when they are too few to say. */
  people: number | null;
  /** How many answers two people have set aside, and why; left out where they are too few to say. */
  setAside?: SetAsideFigure | null;
  /** The day on which the figures were taken. */
  figuresOn: string;
  entries: PublishedEntry[];
};

export type PublishedEntry = {
  id: string;
  heading: string;
  youSaid: string;
  figure: Figure;
  /** Ids alone: the words stay in one place, so that they can be taken out of every version at once. */
  quotes: string[];
  decision: Decision;
  words: string;
  why: string;
  owner: string;
  dueOn: string | null;
  doneOn: string | null;
  serviceChanges: { id: string; slug: string; title: string }[];
  /** Newest first. */
  changes: PublishedChange[];
  updatedOn: string;
};

export type PublishedChange = {
  on: string;
  was: Decision;
  now: Decision;
  wasDueOn: string | null;
  nowDueOn: string | null;
  reason: string;
  /** Set when nothing but links to service changes is different. Only the page keeps this: it is no news. */
  links?: 'added' | 'removed' | 'changed';
};

/** The entries that are new or read differently from the version before, in their order. */
export function changedEntries(now: OutcomesContent, before: OutcomesContent | null): PublishedEntry[] {
  const known = new Map(before?.entries.map(entry => [entry.id, wordsOf(entry)]));
  return now.entries.filter(entry => known.get(entry.id) !== wordsOf(entry));
}

/** What became of the links, when nothing else of an entry reads differently; else null. */
export function onlyLinks(was: PublishedEntry, now: PublishedEntry): PublishedChange['links'] | null {
  const bare = (entry: PublishedEntry) => wordsOf({ ...entry, serviceChanges: [] });
  if (bare(was) !== bare(now)) return null;
  const [before, after] = [was, now].map(entry => new Set(entry.serviceChanges.map(change => change.id)));
  if (!before || !after || before.symmetricDifference(after).size === 0) return null;
  if (before.isSubsetOf(after)) return 'added';
  return after.isSubsetOf(before) ? 'removed' : 'changed';
}

/** Whether both versions show the same, whenever they were made. */
export function isSame(now: OutcomesContent, before: OutcomesContent | null): boolean {
  const bare = (content: OutcomesContent) =>
    JSON.stringify({ ...content, figuresOn: '', entries: content.entries.map(wordsOf) });
  return before !== null && bare(now) === bare(before);
}

const wordsOf = (entry: PublishedEntry): string => JSON.stringify({ ...entry, updatedOn: '' });

/** How many entries were decided which way. */
export function countDecisions(entries: readonly PublishedEntry[]): Record<Decision, number> {
  const counts = { done: 0, will: 0, cannot: 0, 'not-yet': 0 };
  for (const entry of entries) counts[entry.decision] += 1;
  return counts;
}

/** The content of a publication, as kept. */
export const readOutcomes = (json: string): OutcomesContent => JSON.parse(json) as OutcomesContent;
