import type { MailPart } from '../mail/write.ts';
import type { Say } from '../words/catalogue.ts';
import type { PublishedChange, PublishedEntry } from './content-rules.ts';

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
  const { title, news } = facts;
  const first = news === 'first';
  return {
    subject: first ? say('outcomes.mail.subject', { title }) : say('outcomes.mail.change-subject', { title }),
    lines: [
      ...newsLines(facts, say),
      { link: { text: say('outcomes.mail.page'), href: facts.pageHref } },
      { paragraph: say('outcomes.mail.why-you') },
      { link: { text: say('outcomes.mail.stop'), href: facts.stopHref } },
    ],
  };
}

type News = Pick<NewsFacts, 'title' | 'entries' | 'news' | 'today'>;

/** The news itself, for a mail, a letter or a call alike. */
export function newsLines(facts: News, say: Say): MailPart[] {
  const lead = facts.news === 'first' ? 'outcomes.mail.lead' : 'outcomes.mail.change-lead';
  const entries = facts.entries.flatMap(entry => entryLines(entry, facts, say));
  return [{ paragraph: say(lead, { title: facts.title }) }, ...entries];
}

function entryLines(entry: PublishedEntry, { today, news }: News, say: Say): MailPart[] {
  const state = decisionState(entry, today, say);
  const lines: MailPart[] = [
    { heading: entry.heading },
    { paragraph: `${say('web.you-said')}: ${entry.youSaid}` },
    { paragraph: `${state}: ${entry.words}` },
  ];
  if (entry.why) lines.push({ paragraph: entry.why });
  const [change] = entry.changes;
  if (news === 'change' && change) lines.push({ paragraph: changeInWords(change, today, say) });
  return lines;
}

/** 'We did', 'We will', 'We cannot, because', 'Not decided yet'. */
export const decisionLabel = (decision: PublishedEntry['decision'], say: Say): string =>
  say(`outcomes.label.${decision}`);

type Dates = Pick<PublishedEntry, 'decision' | 'dueOn' | 'doneOn'>;

/** The decision with its date, in few words: 'Done Monday 2 November'. */
export function decisionState({ decision, dueOn, doneOn }: Dates, today: string, say: Say): string {
  if (decision === 'done' && doneOn) return say('outcomes.state.done', { day: say.day(doneOn, today) });
  if (decision === 'will' && dueOn) return say('outcomes.state.will', { day: say.day(dueOn, today) });
  if (decision === 'not-yet' && dueOn) return say('outcomes.state.decide-by', { day: say.day(dueOn, today) });
  return decision === 'cannot' ? say('outcomes.state.cannot') : say('outcomes.state.not-yet');
}

/** What changed since it was published, when, and why. `today` is an ISO day. */
export function changeInWords(change: PublishedChange, today: string, say: Say): string {
  const day = (date: string | null) => (date ? say.shortDay(date, today) : '');
  const on = day(change.on);
  const reason = change.reason ? ` ${say('outcomes.reason', { reason: say.written(change.reason) })}` : '';
  if (change.was !== change.now) {
    const [was, now] = [decisionLabel(change.was, say), decisionLabel(change.now, say)];
    return say('outcomes.change.decision', { on, was, now }) + reason;
  }
  if (change.wasDueOn && change.nowDueOn && change.wasDueOn !== change.nowDueOn) {
    const [was, now] = [day(change.wasDueOn), day(change.nowDueOn)];
    return say('outcomes.change.moved', { on, was, now }) + reason;
  }
  if (change.links) return say(`outcomes.change.links-${change.links}`, { on }) + reason;
  return say('outcomes.change.words', { on }) + reason;
}
