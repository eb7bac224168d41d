import type { WorkingCalendar } from '../calendar/working-days.ts';
import { lineInWords, type LineStation } from '../charters/line.ts';
import type { Decision } from '../outcomes/decision-rules.ts';
import type { Say } from '../words/catalogue.ts';
import type { ConsultationDates } from '../charters/clocks.ts';
import type { ConsultationState } from './state.ts';

/** What the card partial shows of one consultation. */
export type Card = { href: string; title: string; text: string; facts: string[]; stations?: LineStation[] };

/** `when` says in one fact until when it can be answered, where the card has no room for the whole line of dates. */
export type AskingCard = Card & { when: string };

/** What a card is made of: the plan in its reader's edition. `people`: how many answered, null when nobody may know it (yet). */
export type CardFacts = {
  slug: string;
  plan: { title: string; audience: string; minutes: number | null };
  dates: ConsultationDates;
  state: ConsultationState;
  people: number | null;
  /** Its reader's own edition, by name, where its questions come in it; '' in plain English and where they don't. */
  edition: string;
};

/** What everybody knows today. `days`: working days that the charter allows for the reply. */
export type Today = { today: string; calendar: WorkingCalendar; days: number; say: Say };

/** A card that asks somebody to take part, now or soon. */
export function askingCard({ slug, plan, dates, state, edition }: CardFacts, given: Today): AskingCard {
  const { say, today } = given;
  const minutes = plan.minutes === null ? [] : [say('consultations.about-minutes', { n: plan.minutes })];
  return {
    href: `/consultations/${slug}`,
    title: plan.title,
    text: say('consultations.for', { audience: plan.audience }),
    when: whenOf(dates, state, today, say),
    facts: edition ? [...minutes, edition] : minutes,
    stations: lineInWords(dates, given, say),
  };
}

function whenOf(dates: ConsultationDates, state: ConsultationState, today: string, say: Say): string {
  if (state === 'closing-today') return say('consultations.closes-today');
  if (state === 'opening-soon') return say('consultations.opens-on', { day: say.day(dates.opensOn, today) });
  return say('consultations.closes-on', { day: say.day(dates.closesOn, today) });
}

/** A card of one that has closed and waits for our part. */
export function workingCard({ slug, plan, dates, people }: CardFacts, given: Today): Card {
  const facts = people === null ? [] : [given.say('consultations.people-answered', { n: people })];
  const stations = lineInWords(dates, given, given.say);
  return { href: `/consultations/${slug}`, title: plan.title, text: '', facts, stations };
}

type Decisions = Record<Decision, number>;

/** What the newest version of a page of outcomes says, in short; `updatedOn` is the ISO day on which it came. */
export type Changed = { decisions: Decisions; summary: string; updatedOn: string };

/** A card that leads to what changed. */
export function changedCard({ slug, plan, people }: CardFacts, changed: Changed, { say, today }: Today): Card {
  const updated = say('consultations.updated', { day: say.shortDay(changed.updatedOn, today) });
  const decisions = decisionsInWords(changed.decisions, say);
  const heard = people === null ? [] : [say('consultations.people-answered', { n: people })];
  return {
    href: `/you-said-we-did/${slug}`,
    title: say('consultations.you-said', { title: plan.title }),
    text: changed.summary && say.written(changed.summary),
    facts: [updated, ...(decisions ? [decisions] : []), ...heard],
  };
}

/** '2 done, 1 promised, 1 not possible'; what there is none of is left out. */
export function decisionsInWords(decisions: Decisions, say: Say): string {
  const counts: [number, string][] = [
    [decisions.done, 'consultations.n-done'],
    [decisions.will, 'consultations.n-promised'],
    [decisions.cannot, 'consultations.n-not-possible'],
    [decisions['not-yet'], 'consultations.n-not-decided'],
  ];
  return say.list(counts.filter(([n]) => n > 0).map(([n, key]) => say(key, { n })));
}
