import { formatShortDay } from '../calendar/london.ts';
import type { Consultation, ConsultationPerson } from '../db/schema.ts';

/** What a published consultation says of itself: one version of its public page. Dates are not in it; they can move only with a reason. */
export type Plan = {
  title: string;
  purpose: string;
  background: string;
  canChange: string;
  cannotChange: string;
  level: string;
  levelReason: string;
  scope: string;
  whoDecides: string;
  confidentiality: string;
  confidentialityWords: string;
  audience: string;
  minutes: number | null;
  keyContactName: string;
  keyContactEmail: string;
  keyContactPhone: string;
  retentionMonths: number | null;
  safeguardingName: string;
  safeguardingEmail: string;
  /** What may be hard to read about; '' for nothing. Pages that were published before it was asked for lack these three. */
  contentWarning?: string;
  /** One place a line, with its address. */
  supportLinks?: string;
  /** Where 'Exit this page' leads; '' for no such button. */
  exitAddress?: string;
  people: PlanPerson[];
};
export type PlanPerson = { name: string; role: string; why: string };

/** How widely answers can be shared (W05). The words beside each are the usual sentence, used unless an officer writes another. */
export const confidentialities = {
  'public-report': 'Only the team reads your answers. We publish what we heard, never who said it.',
  'partners-only': 'Only the team reads your answers. What we heard is shared with our partners, never who said it.',
  'team-only': 'Only the team reads your answers, and what we heard stays within the team.',
} as const;

/** What an officer wrote instead of a usual sentence; '' when it is one of those: it follows the choice that was made. */
export function ownSentence(typed: string): string {
  const text = typed.trim();
  return (Object.values(confidentialities) as string[]).includes(text) ? '' : text;
}

/** The sentence that families read: the officer's own, else the usual one of the choice; '' before one is made. */
export function confidentialitySentence(row: Pick<Consultation, 'confidentiality' | 'confidentiality_words'>): string {
  const usual: Record<string, string> = confidentialities;
  return ownSentence(row.confidentiality_words) || (usual[row.confidentiality] ?? '');
}

export function planOf(row: Consultation, people: readonly ConsultationPerson[]): Plan {
  return {
    title: row.title,
    purpose: row.purpose,
    background: row.background,
    canChange: row.can_change,
    cannotChange: row.cannot_change,
    level: row.level,
    levelReason: row.level_reason,
    scope: row.scope,
    whoDecides: row.who_decides,
    confidentiality: row.confidentiality,
    confidentialityWords: confidentialitySentence(row),
    audience: row.audience,
    minutes: row.minutes,
    keyContactName: row.key_contact_name,
    keyContactEmail: row.key_contact_email,
    keyContactPhone: row.key_contact_phone,
    retentionMonths: row.retention_months,
    safeguardingName: row.safeguarding_name,
    safeguardingEmail: row.safeguarding_email,
    contentWarning: row.content_warning,
    supportLinks: row.support_links,
    exitAddress: row.exit_address,
    people: people.map(({ name, role, why }) => ({ name, role, why })),
  };
}

const shownTexts = [
  'purpose',
  'background',
  'canChange',
  'cannotChange',
  'audience',
  'levelReason',
  'whoDecides',
  'confidentialityWords',
  'keyContactName',
] as const satisfies readonly (keyof Plan)[];

/** The plan with these words where a text is still empty, for looking at it before it is complete. */
export function withGapsNamed(plan: Plan, words: string): Plan {
  const texts = Object.fromEntries(shownTexts.map(key => [key, plan[key] || words]));
  return { ...plan, ...texts };
}

export type PlanDates = { opensOn: string | null; closesOn: string | null; outcomeOn: string | null };

/** One thing that a plan still needs, and the field where it goes. */
export type Missing = { field: string; words: string };

const needed: readonly [keyof Plan, string, string][] = [
  ['title', 'title', 'Give it a title.'],
  ['purpose', 'purpose', 'Say what it is for.'],
  ['background', 'background', 'Give the background in brief: assume that the reader knows nothing of it.'],
  ['canChange', 'can_change', 'Say what can change.'],
  ['cannotChange', 'cannot_change', 'Say what cannot change.'],
  ['audience', 'audience', 'Say who it is for.'],
  ['level', 'level', 'Choose the level of participation.'],
  ['levelReason', 'level_reason', 'Say why this level.'],
  ['scope', 'scope', 'Choose whether it is about everyone, one service or one person.'],
  ['whoDecides', 'who_decides', 'Say who makes the decision.'],
  ['confidentiality', 'confidentiality', 'Choose how confidential the answers are.'],
  ['minutes', 'minutes', 'Say how many minutes it takes.'],
  ['keyContactName', 'key_contact_name', 'Name a key contact.'],
  ['keyContactEmail', 'key_contact_email', 'Give the key contact’s email address.'],
  ['retentionMonths', 'retention_months', 'Say how long answers are kept.'],
  ['safeguardingName', 'safeguarding_name', 'Name the safeguarding lead.'],
  ['safeguardingEmail', 'safeguarding_email', 'Give the safeguarding lead’s email address.'],
];

/** `replyBy`: the ISO day by which the charter wants a reply to everybody; null when the plan has no close yet. */
type Given = { today: string; replyBy: string | null };

/** Everything that stands between a plan and publishing it; empty when it may be published. `today` is an ISO day. */
export function missingFromPlan(plan: Plan, dates: PlanDates, given: Given): Missing[] {
  const gaps = needed
    .filter(([key]) => plan[key] === '' || plan[key] === null)
    .map(([, field, words]) => ({ field, words }));
  const noPeople = plan.people.length === 0;
  const people = noPeople ? [{ field: 'people', words: 'Say which professionals are involved, and their role.' }] : [];
  return [...gaps, ...people, ...missingDates(dates, given)];
}

function missingDates({ opensOn, closesOn, outcomeOn }: PlanDates, { today, replyBy }: Given): Missing[] {
  const missing: Missing[] = [];
  if (!opensOn) missing.push({ field: 'opens_on', words: 'Choose the day it opens.' });
  if (!closesOn) missing.push({ field: 'closes_on', words: 'Choose the day it closes.' });
  if (!outcomeOn) missing.push({ field: 'outcome_on', words: 'Choose the day by which you say what was decided.' });
  if (closesOn && closesOn < today)
    missing.push({ field: 'closes_on', words: 'Choose a closing day that is still to come.' });
  if (opensOn && closesOn && closesOn < opensOn)
    missing.push({ field: 'closes_on', words: 'It must close after it opens.' });
  const tooSoon = closesOn && outcomeOn && wrongOutcome({ closesOn, outcomeOn, replyBy }, today);
  if (tooSoon) missing.push({ field: 'outcome_on', words: tooSoon });
  return missing;
}

/** Why this is no day for saying what was decided; null when it is one. First families hear back, then what follows. */
export function wrongOutcome(
  { closesOn, outcomeOn, replyBy }: { closesOn: string; outcomeOn: string; replyBy: string | null },
  today: string,
): string | null {
  if (outcomeOn <= closesOn) return 'What was decided can only be said after the close.';
  if (replyBy === null || outcomeOn >= replyBy) return null;
  const reply = formatShortDay(replyBy, today);
  return `Choose ${reply} or later for what was decided: the reply to everybody is due by ${reply}.`;
}
