import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDueOn, clockState, type ConsultationDates } from '../charters/clocks.ts';
import type { SurveyChange } from './survey-change-rules.ts';

export type TimelineKey =
  | 'published'
  | 'republished'
  | 'opened'
  | 'survey-changed'
  | 'moved-opens'
  | 'moved-closes'
  | 'moved-outcome'
  | 'closed'
  | 'replied'
  | 'reply-overdue'
  | 'decided'
  | 'decide-overdue'
  | 'updated';

/**
 * One thing that happened, or should have, on an ISO day. `lateBy` (working days) makes it late; `reason` is why it was
 * late or moved; `was` and `now` are the ISO days of a date that was moved; `changes` is what a new version of the
 * questions changed.
 */
export type TimelineEntry = {
  day: string;
  key: TimelineKey;
  lateBy?: number;
  reason?: string;
  was?: string;
  now?: string;
  changes?: SurveyChange[];
};

export type TimelineFacts = {
  dates: ConsultationDates;
  /** Every version of the public page and of its outcomes, with the ISO day on which it came. */
  versions: readonly { kind: string; version: number; day: string }[];
  /** Dates that were moved; `which` is a column (`opens_on`, `closes_on`, `outcome_on`). */
  moves: readonly { which: string; was: string; now: string; reason: string; day: string }[];
  /** New versions of the questions, with the ISO day of each. */
  surveys: readonly { changes: SurveyChange[]; day: string }[];
  today: string;
  calendar: WorkingCalendar;
  /** Working days that the charter allows for the reply. */
  days: number;
};

/** Everything that happened to a published consultation until today, the newest last. */
export function timeline(facts: TimelineFacts): TimelineEntry[] {
  const entries = [
    ...published(facts),
    ...answering(facts),
    ...moves(facts),
    ...surveys(facts),
    ...kept(facts),
    ...updates(facts),
  ];
  const order = (entry: TimelineEntry) => `${entry.day} ${String.fromCharCode(97 + ORDER.indexOf(entry.key))}`;
  return entries
    .filter(entry => entry.day <= facts.today)
    .toSorted((one, other) => (order(one) < order(other) ? -1 : order(one) > order(other) ? 1 : 0));
}

// What comes first of several things on one day.
const ORDER: TimelineKey[] = [
  'published',
  'opened',
  'republished',
  'survey-changed',
  'moved-opens',
  'moved-closes',
  'moved-outcome',
  'closed',
  'replied',
  'reply-overdue',
  'decided',
  'decide-overdue',
  'updated',
];

function published({ versions }: TimelineFacts): TimelineEntry[] {
  return versions
    .filter(each => each.kind === 'consultation')
    .map(({ version, day }) => ({ day, key: version === 1 ? 'published' : 'republished' }));
}

function answering({ dates, today }: TimelineFacts): TimelineEntry[] {
  const { publishedOn, opensOn, closesOn } = dates;
  if (publishedOn === null) return [];
  // Nobody could answer before it was published, whatever the plan said.
  const opened: TimelineEntry = { day: publishedOn > opensOn ? publishedOn : opensOn, key: 'opened' };
  return today > closesOn ? [opened, { day: closesOn, key: 'closed' }] : [opened];
}

function moves(facts: TimelineFacts): TimelineEntry[] {
  return facts.moves.flatMap(({ which, day, was, now, reason }) => {
    const key = moved[which];
    return key ? [{ day, key, was, now, reason }] : [];
  });
}

const moved: Record<string, TimelineKey> = {
  opens_on: 'moved-opens',
  closes_on: 'moved-closes',
  outcome_on: 'moved-outcome',
};

const surveys = (facts: TimelineFacts): TimelineEntry[] =>
  facts.surveys.map(({ day, changes }) => ({ day, key: 'survey-changed', changes }));

function kept({ dates, today, calendar, days }: TimelineFacts): TimelineEntry[] {
  const dueOn = acknowledgementDueOn(dates.closesOn, calendar, days);
  const entry = (keys: [TimelineKey, TimelineKey], due: string, done: string | null, reason: string | null) =>
    promise(keys, { due, done, reason }, today, calendar);
  return [
    ...entry(['replied', 'reply-overdue'], dueOn, dates.acknowledgedOn, dates.acknowledgementLateReason),
    ...entry(['decided', 'decide-overdue'], dates.outcomeOn, dates.outcomePublishedOn, dates.outcomeLateReason),
  ];
}

type Promised = { due: string; done: string | null; reason: string | null };

function promise(
  [doneKey, overdueKey]: [TimelineKey, TimelineKey],
  { due, done, reason }: Promised,
  today: string,
  calendar: WorkingCalendar,
): TimelineEntry[] {
  const { daysLate } = clockState(due, done, today, calendar);
  const late = daysLate > 0 ? { lateBy: daysLate, ...(reason === null ? {} : { reason }) } : {};
  if (done !== null) return [{ day: done, key: doneKey, ...late }];
  return daysLate > 0 ? [{ day: due, key: overdueKey, ...late }] : [];
}

function updates({ versions }: TimelineFacts): TimelineEntry[] {
  const later = versions.filter(each => each.kind === 'outcomes' && each.version > 1);
  return later.map(({ day }) => ({ day, key: 'updated' }));
}
