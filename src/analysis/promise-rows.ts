import { formatDay } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, clockState, type ConsultationDates } from '../charters/clocks.ts';

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

type Promised = { name: string; dueOn: string; doneOn: string | null; reason: string | null };

/** Every promised date of a published consultation: kept, due or late (W13, K12). */
export function promiseRows(dates: ConsultationDates, facts: PromiseFacts): PromiseRow[] {
  return promisesOf(dates, facts).map(promise => rowOf(promise, facts));
}

/** 'Kept so far' over several consultations. What is still to come counts neither way. */
export function scoreOf(all: readonly ConsultationDates[], facts: PromiseFacts): Score {
  const states = all
    .flatMap(dates => promisesOf(dates, facts))
    .map(({ dueOn, doneOn }) => clockState(dueOn, doneOn, facts.today, facts.calendar).state);
  const kept = states.filter(state => state === 'kept').length;
  return { kept, of: kept + states.filter(state => state === 'late' || state === 'overdue').length };
}

function promisesOf(dates: ConsultationDates, { calendar, days }: PromiseFacts): Promised[] {
  const reply = {
    name: 'Reply to everyone who answered',
    dueOn: acknowledgementDueOn(dates.closesOn, calendar, days),
    doneOn: dates.acknowledgedOn,
    reason: dates.acknowledgementLateReason,
  };
  const decision = {
    name: 'Say what was decided',
    dueOn: dates.outcomeOn,
    doneOn: dates.outcomePublishedOn,
    reason: dates.outcomeLateReason,
  };
  // Dates inside decisions that are not published yet stay with the team.
  const doneBy = dates.outcomePublishedOn === null ? null : (dates.allDoneBy ?? dates.allDoneOn);
  const done = { name: 'Do everything we said we would', dueOn: doneBy ?? '', doneOn: dates.allDoneOn, reason: null };
  return [reply, decision, ...(doneBy ? [done] : [])];
}

const tags = {
  kept: { text: 'Kept', state: 'kept' },
  late: { text: 'Late', state: 'late' },
  overdue: { text: 'Late', state: 'late' },
  'due-soon': { text: 'Due soon', state: 'due' },
  'to-come': { text: 'To come', state: 'plain' },
} as const;

function rowOf({ name, dueOn, doneOn, reason }: Promised, { today, calendar }: PromiseFacts): PromiseRow {
  const { state, daysLate, daysLeft } = clockState(dueOn, doneOn, today, calendar);
  const notes = {
    kept: [`Done on ${formatDay(doneOn ?? dueOn, today)}.`],
    late: [`Done on ${formatDay(doneOn ?? dueOn, today)}, ${workingDays(daysLate)} late.`],
    overdue: [`Not done yet, ${workingDays(daysLate)} late.`],
    'due-soon': [daysLeft === 0 ? 'Due today.' : `${workingDays(daysLeft)} left.`],
    'to-come': [],
  }[state];
  const why = daysLate === 0 ? [] : [reason ? `Why: ${reason}` : 'No reason given yet.'];
  return { name, due: formatDay(dueOn, today), tag: tags[state], notes: [...notes, ...why] };
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
