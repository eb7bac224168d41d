import { endOfDay, londonDay } from './london.ts';

/** Answers that were begun before the close may still be sent for so many minutes after it. */
const LATE_MINUTES = 30;
/** For so many hours after the close answers that were never sent can still be copied. */
export const HOURS_TO_COPY = 24;

const closing = (closesOn: string): Temporal.Instant => Temporal.Instant.from(endOfDay(closesOn));

/** The instant after which nothing more can be sent. `closesOn` is an ISO day in London. */
export const sendingEnds = (closesOn: string): Temporal.Instant => closing(closesOn).add({ minutes: LATE_MINUTES });

/** The instant from which answers that were never sent may be deleted. */
export const draftsGo = (closesOn: string): Temporal.Instant => closing(closesOn).add({ hours: HOURS_TO_COPY });

/** Whether it has closed, and what was begun may still be sent. */
export const isJustClosed = (closesOn: string, now: Temporal.Instant): boolean =>
  londonDay(now) > closesOn && Temporal.Instant.compare(now, sendingEnds(closesOn)) < 0;

/** The day that an answer counts for: the closing day for one that comes in the last half hour. */
export const countedDay = (closesOn: string, today: string): string => (today > closesOn ? closesOn : today);
