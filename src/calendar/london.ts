/** Where every promised day begins and ends. */
export const timeZone = 'Europe/London';

/** The ISO date (`YYYY-MM-DD`) that it is in London at this instant. Throws a RangeError when it is not an instant. */
export function londonDay(instant: string | Temporal.Instant): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The day in London by this clock, worked out anew only when that day is over or the clock was put back. */
export function dayInLondon(now: () => Temporal.Instant): () => string {
  let [day, from, until] = ['', 0, 0];
  return () => {
    const instant = now();
    const at = instant.epochMilliseconds;
    if (at >= from && at < until) return day;
    day = londonDay(instant);
    [from, until] = [at, Date.parse(endOfDay(day))];
    return day;
  };
}

/** The instant (ISO, UTC, milliseconds) at which this ISO date is over in London: midnight, when the next day starts. */
export function endOfDay(date: string): string {
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return next.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'millisecond' });
}

/** Whether something that closes on this ISO date has closed: the whole closing day is still open. */
export function isAfterClose(closesOn: string, now: string | Temporal.Instant): boolean {
  return londonDay(now) > closesOn;
}

/** Days on the calendar from one ISO date to another; below 0 when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/**
 * A day in words with its weekday: 'Friday 4 December 2026'. With `today` given, the year stands only when it is not
 * this one: 'Friday 4 December'. Other languages: 'dydd Gwener 4 Rhagfyr', 'piątek 4 grudnia', 'جمعہ 4 دسمبر'.
 */
export function formatDay(date: string, today?: string, language = 'en'): string {
  return format(date, { weekday: 'long', day: 'numeric', month: 'long', ...year(date, today) }, language);
}

/** A day in words for tight places: '4 December', with the year only when it is not the year of `today`. */
export function formatShortDay(date: string, today: string, language = 'en'): string {
  return format(date, { day: 'numeric', month: 'long', ...year(date, today) }, language);
}

function year(date: string, today: string | undefined): Intl.DateTimeFormatOptions {
  return date.slice(0, 4) === today?.slice(0, 4) ? {} : { year: 'numeric' };
}

function format(date: string, options: Intl.DateTimeFormatOptions, language: string): string {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  const parts = formatter(language, options).formatToParts(midnight);
  const words = ORDER.flatMap(type => parts.find(part => part.type === type)?.value ?? []).join(' ');
  return language === 'cy' ? words.replace(/^Dydd/, 'dydd') : words;
}

// Language data differ in commas from version to version, and put the month first in short Welsh dates.
const ORDER = ['weekday', 'day', 'month', 'year'] as const;

/** Making a formatter is slow and a page holds many dates, so each is made once. */
function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join(' ')}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  formatters.set(key, made);
  return made;
}

const formatters = new Map<string, Intl.DateTimeFormat>();
