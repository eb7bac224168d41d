import { daysBetween, formatDay } from '../calendar/london.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, clockState, type ClockState, type ConsultationDates } from '../charters/clocks.ts';
import type { ConsultationState } from './state.ts';

/** Something that waits to be done. `date` is the ISO day on which it is due. */
export type Task = { href: string; title: string; words: string; state: 'late' | 'due' | 'plain'; date: string };

/**
 * A consultation as the desk's first column needs it. `gaps`: how many things its plan still misses; `worries`: how many
 * worrying answers nobody has looked at, since which ISO day, for those who may read them.
 */
export type Waiting = {
  id: string;
  title: string;
  dates: ConsultationDates;
  state: ConsultationState;
  gaps: number;
  worries: Waited | null;
  /** Answers that a colleague asked to set aside, where this officer may be the second person. */
  asides: Waited | null;
};

/** How many wait, and since which ISO day. */
export type Waited = { count: number; since: string };

export type TodayFacts = { today: string; calendar: WorkingCalendar; days: number };

/** An opening or a decision is worth a line so many days ahead. */
export const lookAheadDays = 14;

/** Worries that nobody has seen, then everything that is late, due or coming, by the day on which it is due. */
export function todayTasks(list: readonly Waiting[], facts: TodayFacts): Task[] {
  const worries = list.flatMap(each => worrying(each, facts.today));
  const others = list.flatMap(each => [...seconding(each, facts.today), ...dated(each, facts)]);
  return [...worries.toSorted(byDate), ...others.toSorted(byDate)];
}

const byDate = (one: Task, other: Task): number => one.date.localeCompare(other.date);

function worrying(each: Waiting, today: string): Task[] {
  if (!each.worries) return [];
  const { count, since } = each.worries;
  const title = `${count === 1 ? 'A worry' : `${count} worries`} that nobody has seen: ${each.title}`;
  const words = `${count === 1 ? 'It' : 'The first'} ${waitedWords(daysBetween(since, today))}.`;
  return [{ ...task(each, '/concerns', words, 'late', since), title }];
}

function seconding(each: Waiting, today: string): Task[] {
  if (!each.asides) return [];
  const { count, since } = each.asides;
  const which = count === 1 ? 'An answer waits' : `${count} answers wait`;
  const day = formatDay(since, today);
  const words =
    count === 1
      ? `A colleague asked on ${day} to set it aside.`
      : `Colleagues asked to set them aside, first on ${day}.`;
  return [{ ...task(each, '/unusual', words, 'plain', since), title: `${which} for a second person: ${each.title}` }];
}

function waitedWords(days: number): string {
  if (days <= 0) return 'was passed on today';
  return `has waited ${days === 1 ? '1 day' : `${days} days`}`;
}

function dated(each: Waiting, facts: TodayFacts): Task[] {
  if (each.state === 'draft') return opening(each, facts);
  if (each.state === 'closing-today') return [task(each, '', 'Closes at the end of today.', 'due', facts.today)];
  if (each.state === 'opening-soon' || each.state === 'open') return [];
  return [...reply(each, facts), ...decision(each, facts), ...promised(each, facts)];
}

function task(each: Waiting, path: string, words: string, state: Task['state'], date: string): Task {
  return { href: `/desk/consultations/${each.id}${path}`, title: each.title, words, state, date };
}

function opening(each: Waiting, { today }: TodayFacts): Task[] {
  const { opensOn } = each.dates;
  if (!opensOn || daysBetween(today, opensOn) > lookAheadDays) return [];
  const left = each.gaps === 0 ? 'It is ready to publish.' : `${things(each.gaps)} missing.`;
  const day = formatDay(opensOn, today);
  if (opensOn <= today) return [task(each, '', `Was to open on ${day} and is not published. ${left}`, 'late', opensOn)];
  return [task(each, '', `Opens on ${day}. ${left}`, 'due', opensOn)];
}

const things = (n: number): string => (n === 1 ? '1 thing is' : `${n} things are`);

function reply(each: Waiting, { today, calendar, days }: TodayFacts): Task[] {
  const { closesOn, acknowledgedOn, acknowledgementLateReason } = each.dates;
  if (acknowledgedOn !== null) return [];
  const dueOn = acknowledgementDueOn(closesOn, calendar, days);
  const clock = clockState(dueOn, null, today, calendar);
  const why = clock.state === 'overdue' && acknowledgementLateReason === null ? ' Say why.' : '';
  const words = `${dueWords('Reply to everybody', dueOn, clock, today)}${why}`;
  return [task(each, '/acknowledgement', words, urgencyOf(clock), dueOn)];
}

function decision(each: Waiting, { today, calendar }: TodayFacts): Task[] {
  const { outcomeOn, outcomePublishedOn, outcomeLateReason } = each.dates;
  if (outcomePublishedOn !== null || daysBetween(today, outcomeOn) > lookAheadDays) return [];
  const clock = clockState(outcomeOn, null, today, calendar);
  const why = clock.state === 'overdue' && outcomeLateReason === null ? ' Say why.' : '';
  const words = `${dueWords('Say what was decided', outcomeOn, clock, today)}${why}`;
  return [task(each, '/outcomes', words, urgencyOf(clock), outcomeOn)];
}

function promised(each: Waiting, { today, calendar }: TodayFacts): Task[] {
  const { outcomePublishedOn, allDoneBy, allDoneOn } = each.dates;
  if (outcomePublishedOn === null || allDoneBy === null || allDoneOn !== null) return [];
  const clock = clockState(allDoneBy, null, today, calendar);
  if (clock.state === 'to-come') return [];
  return [
    task(each, '/outcomes', dueWords('Do what was promised', allDoneBy, clock, today), urgencyOf(clock), allDoneBy),
  ];
}

function urgencyOf({ state }: ClockState): Task['state'] {
  if (state === 'overdue') return 'late';
  return state === 'due-soon' ? 'due' : 'plain';
}

function dueWords(what: string, dueOn: string, { state, daysLate, daysLeft }: ClockState, today: string): string {
  const day = formatDay(dueOn, today);
  if (state === 'overdue') return `${what}: was due ${day}, ${workingDays(daysLate)} ago.`;
  if (dueOn === today) return `${what} today.`;
  return `${what} by ${day}, ${workingDays(daysLeft)} left.`;
}

const workingDays = (n: number): string => (n === 1 ? '1 working day' : `${n} working days`);
