import { formatDay } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, clockState, type ConsultationDates } from '../charters/clocks.ts';
import type { PublishedEntry } from '../outcomes/content-rules.ts';

/** One promised date as a row of the board's table. `tag` as its partial takes it; `notes`: when it was done, and why late. */
export type PromiseRow = {
  name: string;
  due: string;
  tag: { text: string; state: 'kept' | 'due' | 'late' | 'plain' };
  notes: string[];
};

/** What the rows are drawn from. `days`: working days that the charter allows for a reply. */
export type PromiseFacts = { today: string; calendar: WorkingCalendar; days: number };

/** How many promises came due or were done early, and how many of those were kept in time. */
export type Score = { kept: number; of: number };

/** What was promised of one consultation: its dates, and the published entries of 'You said, we did'. */
export type Promises = { dates: ConsultationDates; entries: readonly PublishedEntry[] };

type Promised = { name: string; dueOn: string; doneOn: string | null; reason: string | null; moves?: string[] };

/** Every promised date of a published consultation, each action's too: kept, due or late (W13, K12). */
export function promiseRows(promises: Promises, facts: PromiseFacts): PromiseRow[] {
  return promisesOf(promises, facts).map(promise => rowOf(promise, facts));
}

/** 'Kept so far' over several consultations. What is still to come counts neither way. */
export function scoreOf(all: readonly Promises[], facts: PromiseFacts): Score {
  const states = all
    .flatMap(promises => promisesOf(promises, facts))
    .map(({ dueOn, doneOn }) => clockState(dueOn, doneOn, facts.today, facts.calendar).state);
  const kept = states.filter(state => state === 'kept').length;
  return { kept, of: kept + states.filter(state => state === 'late' || state === 'overdue').length };
}

function promisesOf({ dates, entries }: Promises, facts: PromiseFacts): Promised[] {
  const reply = {
    name: 'Reply to everyone who answered',
    dueOn: acknowledgementDueOn(dates.closesOn, facts.calendar, facts.days),
    doneOn: dates.acknowledgedOn,
    reason: dates.acknowledgementLateReason,
  };
  const decision = {
    name: 'Say what was decided',
    dueOn: dates.outcomeOn,
    doneOn: dates.outcomePublishedOn,
    reason: dates.outcomeLateReason,
  };
  return [reply, decision, ...entries.flatMap(entry => actionOf(entry, facts.today))];
}

/** What an entry promised by a date. One that was done when it was published had promised none. */
function actionOf({ heading, decision, dueOn, doneOn, changes }: PublishedEntry, today: string): Promised[] {
  if (dueOn === null || decision === 'cannot') return [];
  const moves = changes
    .filter(change => change.wasDueOn !== null && change.nowDueOn !== null && change.wasDueOn !== change.nowDueOn)
    .map(({ wasDueOn, reason }) => `Moved from ${formatDay(wasDueOn ?? '', today)}. Why: ${reason}`);
  const [latest] = changes;
  const name = decision === 'not-yet' ? `Decide about ‘${heading}’` : `Act on ‘${heading}’`;
  return [{ name, dueOn, doneOn, reason: latest?.reason || null, moves }];
}

const tags = {
  kept: { text: 'Kept', state: 'kept' },
  late: { text: 'Late', state: 'late' },
  overdue: { text: 'Late', state: 'late' },
  'due-soon': { text: 'Due soon', state: 'due' },
  'to-come': { text: 'To come', state: 'plain' },
} as const;

function rowOf({ name, dueOn, doneOn, reason, moves = [] }: Promised, { today, calendar }: PromiseFacts): PromiseRow {
  const { state, daysLate, daysLeft } = clockState(dueOn, doneOn, today, calendar);
  const notes = {
    kept: [`Done on ${formatDay(doneOn ?? dueOn, today)}.`],
    late: [`Done on ${formatDay(doneOn ?? dueOn, today)}, ${workingDays(daysLate)} late.`],
    overdue: [`Not done yet, ${workingDays(daysLate)} late.`],
    'due-soon': [daysLeft === 0 ? 'Due today.' : `${workingDays(daysLeft)} left.`],
    'to-come': [],
  }[state];
  const why = daysLate === 0 ? [] : [reason ? `Why: ${reason}` : 'No reason given yet.'];
  return { name, due: formatDay(dueOn, today), tag: tags[state], notes: [...notes, ...why, ...moves] };
}

const workingDays = (days: number): string => `${days} working ${days === 1 ? 'day' : 'days'}`;

const moved: Record<string, string> = {
  opens_on: 'The opening day',
  closes_on: 'The closing day',
  outcome_on: 'The day of the decision',
};

/** A promised date that was moved, and why. */
export function movedWords(move: { which: string; was: string; now: string; reason: string }, today: string): string {
  const [was, now] = [formatDay(move.was, today), formatDay(move.now, today)];
  return `${moved[move.which] ?? 'A date'} moved from ${was} to ${now}. Why: ${move.reason}`;
}
