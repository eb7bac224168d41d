/**
 * Why an answer may not be what it seems: many came from one network address in a short time; it was answered faster
 * than anybody reads; a field that no person sees was filled in; the same long words came again and again. All of it can
 * be a family, a school's computer room or a letter that a forum suggested. So it is a sign for the team, and no more.
 */
export const signs = ['address', 'fast', 'hidden', 'same'] as const;
export type Sign = (typeof signs)[number];

// Somebody who only clicks needs about this long for a page to load and to find the button.
const SECONDS_A_QUESTION = 1.5;
const FEWEST_QUESTIONS = 5;

/** Whether so many questions were answered faster than a person can, between the first answer and sending. */
export function isFast(begunAt: string, now: Temporal.Instant, answered: number): boolean {
  if (answered < FEWEST_QUESTIONS) return false;
  return now.epochMilliseconds - Date.parse(begunAt) < answered * SECONDS_A_QUESTION * 1000;
}

/** Signs as a response keeps them: in one order, null for none. Nothing of when or from where. */
export function keptSigns(found: Iterable<Sign>): string | null {
  const all = new Set(found);
  return signs.filter(sign => all.has(sign)).join(' ') || null;
}

export const readSigns = (kept: string | null): Sign[] => signs.filter(sign => kept?.split(' ').includes(sign));
