import type { WorkingCalendar } from '../calendar/working-days.ts';
import { acknowledgementDays, acknowledgementDueOn, clockState, type ConsultationDates } from './clocks.ts';

type ReplyKey = 'reply-by' | 'replied' | 'replied-late' | 'reply-overdue';
type DecideKey = 'decide-by' | 'decided' | 'decided-late' | 'decide-overdue';
type DoneKey = 'done-by' | 'done' | 'done-late' | 'done-overdue';

/** What a station says; the catalogue of messages has the words. */
export type StationKey = 'opens' | 'opened' | 'closes' | 'closed' | ReplyKey | DecideKey | DoneKey;

/**
 * One date on the promise line. `date` is an ISO date: the day it happened, or while it has not, the day it is due.
 * What is overdue is 'late' too. Only late stations have `lateBy` (working days) and, once somebody gave it, `reason`.
 */
export type Station = {
  key: StationKey;
  state: 'kept' | 'to-come' | 'late';
  date: string;
  lateBy?: number;
  reason?: string;
};

/**
 * The promise line of a consultation today: opening and close until it closes, then the close alone; reply; decision;
 * and once decisions are published, when all of it is done. A plan that is not published has promised nothing yet, so
 * nothing in it is kept or late. `days`: how many working days the charter allows for an acknowledgement.
 */
export function promiseLine(
  dates: ConsultationDates,
  today: string,
  calendar: WorkingCalendar,
  days = acknowledgementDays,
): Station[] {
  const replyBy = acknowledgementDueOn(dates.closesOn, calendar, days);
  if (dates.publishedOn === null) return plannedLine(dates, replyBy);
  const promise = (names: Names, dueOn: string, doneOn: string | null, reason: string | null) =>
    promised(names, { dueOn, doneOn, reason }, today, calendar);
  return [
    ...answering(dates, dates.publishedOn, today),
    promise(reply, replyBy, dates.acknowledgedOn, dates.acknowledgementLateReason),
    promise(decide, dates.outcomeOn, dates.outcomePublishedOn, dates.outcomeLateReason),
    ...allDone(dates, today, calendar),
  ];
}

function plannedLine(dates: ConsultationDates, replyBy: string): Station[] {
  return [
    { key: 'opens', state: 'to-come', date: dates.opensOn },
    { key: 'closes', state: 'to-come', date: dates.closesOn },
    { key: 'reply-by', state: 'to-come', date: replyBy },
    { key: 'decide-by', state: 'to-come', date: dates.outcomeOn },
  ];
}

function answering({ opensOn, closesOn }: ConsultationDates, publishedOn: string, today: string): Station[] {
  if (today > closesOn) return [{ key: 'closed', state: 'kept', date: closesOn }];
  const closes: Station = { key: 'closes', state: 'to-come', date: closesOn };
  if (today < opensOn) return [{ key: 'opens', state: 'to-come', date: opensOn }, closes];
  // Nobody could answer before it was published, whatever the plan said.
  return [{ key: 'opened', state: 'kept', date: publishedOn > opensOn ? publishedOn : opensOn }, closes];
}

/** Dates inside unpublished decisions stay with the team. One action that was late makes the whole late. */
function allDone(dates: ConsultationDates, today: string, calendar: WorkingCalendar): Station[] {
  const { outcomePublishedOn, allDoneBy, allDoneOn: doneOn, actionsDone = [] } = dates;
  const dueOn = allDoneBy ?? doneOn;
  if (outcomePublishedOn === null || dueOn === null) return [];
  const station = promised(done, { dueOn, doneOn, reason: null }, today, calendar);
  const lateBy = Math.max(0, ...actionsDone.map(each => clockState(each.dueOn, each.doneOn, today, calendar).daysLate));
  return [station.key === 'done' && lateBy > 0 ? { ...station, key: 'done-late', state: 'late', lateBy } : station];
}

type Names = { ahead: StationKey; kept: StationKey; late: StationKey; overdue: StationKey };

const reply: Names = { ahead: 'reply-by', kept: 'replied', late: 'replied-late', overdue: 'reply-overdue' };
const decide: Names = { ahead: 'decide-by', kept: 'decided', late: 'decided-late', overdue: 'decide-overdue' };
const done: Names = { ahead: 'done-by', kept: 'done', late: 'done-late', overdue: 'done-overdue' };

type Promised = { dueOn: string; doneOn: string | null; reason: string | null };

function promised(names: Names, promise: Promised, today: string, calendar: WorkingCalendar): Station {
  const { dueOn, doneOn, reason } = promise;
  const { daysLate } = clockState(dueOn, doneOn, today, calendar);
  const date = doneOn ?? dueOn;
  if (daysLate === 0) {
    return doneOn === null ? { key: names.ahead, state: 'to-come', date } : { key: names.kept, state: 'kept', date };
  }
  const key = doneOn === null ? names.overdue : names.late;
  return { key, state: 'late', date, lateBy: daysLate, ...(reason === null ? {} : { reason }) };
}
