import { stationInWords } from '../acknowledgements/letter.ts';
import type { LineStation } from '../charters/line.ts';
import type { MailPart } from '../mail/parts.ts';
import type { Say } from '../words/catalogue.ts';
import type { PromisedDate } from './move-rules.ts';

export type MovedFacts = {
  title: string;
  /** `was` and `now` are ISO days. */
  move: { which: PromisedDate; was: string; now: string; reason: string };
  /** Every date as it is promised now. */
  stations: readonly LineStation[];
  today: string;
};

/** What those who asked for news are told when a promised date moves (W12, W15). */
export function movedLetter(
  facts: MovedFacts & { pageHref: string; stopHref: string },
  say: Say,
): { subject: string; lines: MailPart[] } {
  return {
    subject: say('consultations.mail.subject', { title: facts.title }),
    lines: [
      ...movedLines(facts, say),
      { link: { text: say('acknowledgements.page'), href: facts.pageHref } },
      { paragraph: say('acknowledgements.why-you') },
      { link: { text: say('acknowledgements.stop'), href: facts.stopHref } },
    ],
  };
}

/** The news itself, for a mail, a letter or a call alike. */
export function movedLines({ title, move, stations, today }: MovedFacts, say: Say): MailPart[] {
  const days = { was: say.day(move.was, today), now: say.day(move.now, today) };
  return [
    { paragraph: say(`consultations.mail.${whatMoved(move)}`, { title, ...days }) },
    { paragraph: say('consultations.event.why', { reason: move.reason }) },
    { heading: say('acknowledgements.dates') },
    { list: stations.map(station => stationInWords(station, say)) },
  ];
}

function whatMoved({ which, was, now }: MovedFacts['move']): string {
  if (which === 'closes_on') return now > was ? 'closes-later' : 'closes-sooner';
  return which === 'opens_on' ? 'opens' : 'outcome';
}
