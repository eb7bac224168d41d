import type { LineStation } from '../charters/line.ts';
import type { Consultation } from '../db/schema.ts';
import type { MailPart } from '../mail/write.ts';
import type { Say } from '../words/catalogue.ts';

/** The words that an officer is offered to start from (K07); late ones begin with an apology. `today` is an ISO day. */
export function offeredWords(row: Consultation, today: string, isLate: boolean, say: Say): string {
  const outcome = row.outcome_on ? say.day(row.outcome_on, today) : '';
  const words = say('acknowledgements.offered', { title: row.title, outcome, contact: contactOf(row) });
  return isLate ? `${say('acknowledgements.sorry')}\n\n${words}` : words;
}

function contactOf(row: Consultation): string {
  const ways = [row.key_contact_phone, row.key_contact_email].filter(Boolean).join(', ');
  return ways ? `${row.key_contact_name} (${ways})` : row.key_contact_name;
}

export type LetterFacts = {
  title: string;
  words: string;
  stations: readonly LineStation[];
  /** Whole addresses. */
  pageHref: string;
  stopHref: string;
};

/** What everybody who left an email address is sent after the close. */
export function acknowledgementLetter(facts: LetterFacts, say: Say): { subject: string; lines: MailPart[] } {
  return {
    subject: say('acknowledgements.subject', { title: facts.title }),
    lines: [
      ...paragraphsOf(facts.words).map(paragraph => ({ paragraph })),
      { heading: say('acknowledgements.dates') },
      { list: facts.stations.map(station => stationInWords(station, say)) },
      { link: { text: say('acknowledgements.page'), href: facts.pageHref } },
      { paragraph: say('acknowledgements.why-you') },
      { link: { text: say('acknowledgements.stop'), href: facts.stopHref } },
    ],
  };
}

/** A station of the promise line as one line of text: state first, as on the page. */
export function stationInWords(station: LineStation, say: Say): string {
  const state = say(`web.station-${station.state}`);
  const when = station.note ? `${station.date}, ${station.note}` : station.date;
  return `${state} ${station.label}, ${when}`;
}

export const paragraphsOf = (words: string): string[] =>
  words
    .split(/\n\s*\n/)
    .map(part => part.trim())
    .filter(Boolean);
