import type { WorkingCalendar } from '../calendar/working-days.ts';
import { clockState } from '../charters/clocks.ts';

/** What was decided about something that people said. 'cannot' is a full answer (K18). */
export const decisions = ['done', 'will', 'cannot', 'not-yet'] as const;
export type Decision = (typeof decisions)[number];

export const isDecision = (word: string): word is Decision => (decisions as readonly string[]).includes(word);

/** The part of an entry that answers. Days are ISO days; `decision` is '' while nothing was chosen. */
export type Answer = {
  decision: Decision | '';
  words: string;
  why: string;
  owner: string;
  dueOn: string | null;
  doneOn: string | null;
};
export type Entry = Answer & { heading: string; youSaid: string };

/** The answer with only those dates that its decision has. */
export function tidyAnswer<A extends Answer>(answer: A): A {
  if (answer.decision === 'done') return answer;
  if (answer.decision === 'cannot') return { ...answer, dueOn: null, doneOn: null };
  return { ...answer, doneOn: null };
}

/** One thing that an entry still needs, and the field where it goes. */
export type Gap = { field: string; words: string };

/** Everything that stands between an entry and publishing it. `today` is an ISO day. */
export function missingFromEntry(entry: Entry, today: string): Gap[] {
  const gaps: Gap[] = [];
  const need = (isThere: boolean, field: string, words: string) => void (isThere || gaps.push({ field, words }));
  need(entry.heading !== '', 'heading', 'Give it a heading.');
  need(entry.youSaid !== '', 'you_said', 'Write what people said.');
  need(entry.decision !== '', 'decision', 'Choose what was decided.');
  return [...gaps, ...missingFromAnswer(entry, today)];
}

/** What the answer alone still needs. */
export function missingFromAnswer(answer: Answer, today: string): Gap[] {
  const { decision, dueOn, doneOn } = answer;
  const gaps: Gap[] = [];
  const need = (isThere: boolean, field: string, words: string) => void (isThere || gaps.push({ field, words }));
  need(answer.words !== '', 'words', 'Write what you did, will do or cannot do.');
  need(answer.owner !== '', 'owner', 'Say who looks after it.');
  need(decision !== 'cannot' || answer.why !== '', 'why', 'Say why it is not possible.');
  need(decision !== 'will' || dueOn !== null, 'due_on', 'Say by when it will be done.');
  need(decision !== 'done' || doneOn !== null, 'done_on', 'Say when it was done.');
  need(decision !== 'done' || doneOn === null || doneOn <= today, 'done_on', 'It cannot be done on a day to come.');
  return gaps;
}

/**
 * What is wrong when an answer was decided anew but keeps the words of the old one: 'We did: We will send a text' is no
 * answer. Null when nothing is.
 */
export function staleWords(was: Pick<Answer, 'decision' | 'words'>, now: Pick<Answer, 'decision' | 'words'>) {
  if (was.decision === '' || now.decision === '' || was.decision === now.decision || now.words === '') return null;
  const bare = (words: string) => words.replace(/\s+/g, ' ').trim();
  if (bare(was.words) !== bare(now.words)) return null;
  const whose = was.decision === 'will' ? 'of the promise' : 'from before';
  return `${toWrite[now.decision]} These are the words ${whose}.`;
}

const toWrite: Record<Decision, string> = {
  done: 'Write what you did.',
  will: 'Write what you will do.',
  cannot: 'Write what you cannot do.',
  'not-yet': 'Write what happens until it is decided.',
};

type Decided = Pick<Answer, 'decision' | 'dueOn' | 'doneOn'>;

/** How many working days a promised date was or is missed by; 0 when it was kept or is still to come. */
export function daysLate({ decision, dueOn, doneOn }: Decided, today: string, calendar: WorkingCalendar): number {
  if (dueOn === null || (decision !== 'will' && decision !== 'done')) return 0;
  return clockState(dueOn, doneOn, today, calendar).daysLate;
}

/**
 * Whether changing a published answer breaks a promise, so that the public is owed a reason (W15): a promised date is
 * moved or given up, or it was missed and nobody has said why. `explained`: a reason was given since it was missed.
 */
export function owesReason(
  was: Answer,
  now: Answer,
  facts: { today: string; calendar: WorkingCalendar; explained: boolean },
): 'moved' | 'missed' | null {
  if (was.decision !== 'will' || was.dueOn === null) return null;
  const kept = now.decision === 'will' || now.decision === 'done';
  if (!kept || now.dueOn !== was.dueOn) return 'moved';
  const late = daysLate(now, facts.today, facts.calendar) > 0;
  return late && !facts.explained ? 'missed' : null;
}
