import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Say } from '../words/catalogue.ts';
import type { OutcomesContent, PublishedEntry } from './content-rules.ts';
import { daysLate, type Answer } from './decision-rules.ts';
import type { Figure } from './figure-rules.ts';
import { changeInWords, decisionLabel, decisionState } from './letters.ts';

/** An entry as the partial `web/said-done` takes it. */
export type ShownEntry = {
  id: string;
  heading: string;
  youSaid: string;
  people: string;
  quotes: string[];
  decisionLabel: string;
  decisionTag: { text: string; state: string };
  weDid: string;
  why: string;
  owner: string;
  updated: string;
  notes: string[];
  links: { href: string; text: string }[];
};

export type Showing = {
  /** The ISO day as of which it is shown: today, or the day of an earlier version. */
  today: string;
  calendar: WorkingCalendar;
  /** Service changes that are public: the others are not linked. */
  linkable: ReadonlySet<string>;
  /** The words of quotes that still stand, by id. */
  quotes: ReadonlyMap<string, string>;
  /** The entries that are public; left out when all are. */
  published?: OutcomesContent | null;
};

export function showEntry(entry: PublishedEntry, showing: Showing, say: Say): ShownEntry {
  const { id, heading, youSaid, words: weDid, why, owner } = entry;
  const links = entry.serviceChanges.filter(change => showing.linkable.has(change.id));
  return {
    id: `entry-${id}`,
    heading,
    youSaid,
    people: peopleInWords(entry.figure, say),
    quotes: entry.quotes.flatMap(quote => showing.quotes.get(quote) ?? []),
    decisionLabel: decisionLabel(entry.decision, say),
    decisionTag: tagOf(entry, { ...showing, isDraft: isDraft(id, showing) }, say),
    weDid,
    why,
    owner,
    updated: say('outcomes.updated', { day: say.shortDay(entry.updatedOn, showing.today) }),
    notes: entry.changes.map(change => changeInWords(change, showing.today, say)),
    links: links.map(({ slug, title }) => ({
      href: `/service-changes/${slug}`,
      text: say('outcomes.see-change', { title: say.written(title) }),
    })),
  };
}

const isDraft = (id: string, { published }: Showing): boolean =>
  published !== undefined && !published?.entries.some(entry => entry.id === id);

function peopleInWords(figure: Figure, say: Say): string {
  if (figure === null) return '';
  return figure === 'some' ? say('outcomes.some-people') : say('outcomes.people', { n: figure.n, of: figure.of });
}

type Decided = Pick<PublishedEntry, 'decision' | 'dueOn' | 'doneOn'>;

/** The decision and its date in few words, with how it stands. A draft has promised nobody anything: it is never late. */
export function tagOf(
  entry: Decided,
  { today, calendar, isDraft }: Pick<Showing, 'today' | 'calendar'> & { isDraft: boolean },
  say: Say,
) {
  const text = decisionState(entry, today, say);
  const late = !isDraft && daysLate(entry, today, calendar) > 0;
  if (entry.decision === 'done' && entry.doneOn && late) {
    return { state: 'late', text: say('outcomes.state.done-late', { day: say.day(entry.doneOn, today) }) };
  }
  if (entry.decision === 'will' && entry.dueOn && late) {
    return { state: 'late', text: say('outcomes.state.overdue', { day: say.day(entry.dueOn, today) }) };
  }
  return { text, state: entry.decision === 'done' ? 'kept' : entry.decision === 'will' ? 'due' : 'plain' };
}

/** The same on the desk, where nothing may have been chosen yet. */
export function tagFor(
  entry: Pick<Answer, 'decision' | 'dueOn' | 'doneOn'>,
  given: Parameters<typeof tagOf>[1],
  say: Say,
) {
  const { decision, dueOn, doneOn } = entry;
  if (decision === '') return { text: 'Not decided here yet', state: 'plain' };
  return tagOf({ decision, dueOn, doneOn }, given, say);
}
