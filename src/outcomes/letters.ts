import { formatDay } from '../calendar/london.ts';
import type { MailPart } from '../mail/write.ts';
import type { Say } from '../words/catalogue.ts';
import type { PublishedEntry } from './content-rules.ts';

export type NewsFacts = {
  title: string;
  entries: readonly PublishedEntry[];
  /** 'first': the page is new; 'change': something on it reads differently. */
  news: 'first' | 'change';
  today: string;
  /** Whole addresses. */
  pageHref: string;
  stopHref: string;
};

/** What those who asked for news are told about a 'You said, we did' page (W14). Both texts hold every fact. */
export function outcomesLetter(facts: NewsFacts, say: Say): { subject: string; lines: MailPart[] } {
  const { title, entries, news } = facts;
  const first = news === 'first';
  return {
    subject: first ? say('outcomes.mail.subject', { title }) : say('outcomes.mail.change-subject', { title }),
    lines: [
      { paragraph: first ? say('outcomes.mail.lead', { title }) : say('outcomes.mail.change-lead', { title }) },
      ...entries.flatMap(entry => entryLines(entry, facts, say)),
      { link: { text: say('outcomes.mail.page'), href: facts.pageHref } },
      { paragraph: say('outcomes.mail.why-you') },
      { link: { text: say('outcomes.mail.stop'), href: facts.stopHref } },
    ],
  };
}

function entryLines(entry: PublishedEntry, { today, news }: NewsFacts, say: Say): MailPart[] {
  const label = decisionLabel(entry.decision, say);
  const state = decisionState(entry, today, say);
  const lines: MailPart[] = [
    { heading: entry.heading },
    { paragraph: `${say('web.you-said')}: ${entry.youSaid}` },
    { paragraph: `${label} (${state}): ${entry.words}` },
  ];
  if (entry.why) lines.push({ paragraph: entry.why });
  const [change] = entry.changes;
  if (news === 'change' && change?.reason) lines.push({ paragraph: say('outcomes.reason', { reason: change.reason }) });
  return lines;
}

/** 'We did', 'We will', 'We cannot, because', 'Not decided yet'. */
export const decisionLabel = (decision: PublishedEntry['decision'], say: Say): string =>
  say(`outcomes.label.${decision}`);

type Dates = Pick<PublishedEntry, 'decision' | 'dueOn' | 'doneOn'>;

/** The decision with its date, in few words: 'Done Monday 2 November'. */
export function decisionState({ decision, dueOn, doneOn }: Dates, today: string, say: Say): string {
  if (decision === 'done' && doneOn) return say('outcomes.state.done', { day: formatDay(doneOn, today) });
  if (decision === 'will' && dueOn) return say('outcomes.state.will', { day: formatDay(dueOn, today) });
  if (decision === 'not-yet' && dueOn) return say('outcomes.state.decide-by', { day: formatDay(dueOn, today) });
  return decision === 'cannot' ? say('outcomes.state.cannot') : say('outcomes.state.not-yet');
}
