import type { Deps } from '../web/deps.ts';

/** Which row stands for which key of the demo's content. */
export type DemoIds = {
  organisations: Map<string, string>;
  people: Map<string, string>;
  serviceChanges: Map<string, string>;
  /** The key of the organisation that somebody belongs to. */
  homeOf(person: string): string;
};

/** Nine in the morning in London, when officers do things in the demo. */
export function atNine(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: '09:00' }).toInstant();
}

/** What the acts need of the app, as it was on a day. */
export type DemoTools = Pick<Deps, 'db' | 'config' | 'now' | 'partnership' | 'calendar' | 'say'>;
