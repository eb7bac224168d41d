import type { Charter } from '../charters/charter.ts';
import type { Consultation } from '../db/schema.ts';
import { confidentialities, confidentialitySentence } from './plan.ts';

/** One field of a form on the desk: which partial draws it, and what that takes. */
export type FormField = {
  kind: 'text' | 'textarea' | 'radios' | 'date' | 'number' | 'checkboxes' | 'select';
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  unit?: string;
  type?: string;
  width?: string;
  optional?: boolean;
  /** Of a select, the words of its first, empty choice; '' leaves that out. */
  empty?: string;
  options?: { value: string; label: string; hint?: string }[];
};
/** `settled`: what can't be changed any more, in its own words, and why. */
export type FormSection = {
  id: string;
  heading: string;
  fields: FormField[];
  settled?: { facts: string[]; why: string };
};

/** What was promised to those who answer, as the row has it. */
export type Settled = Pick<Consultation, 'confidentiality' | 'confidentiality_words' | 'retention_months'>;

/**
 * The plan's form, section by section. `settled` is given once it is published: what people answered under is shown
 * as facts then (W05), and the dates are moved on a page of their own.
 */
export function planSections(charter: Charter, settled: Settled | null): FormSection[] {
  return [
    { id: 'what', heading: 'What it is', fields: what },
    { id: 'change', heading: 'What can change', fields: change },
    { id: 'say', heading: 'How much say families have', fields: say(charter) },
    { id: 'decides', heading: 'Who decides', fields: decides(charter) },
    settled ? settledSection(settled) : { id: 'private', heading: 'Who sees the answers', fields: sees },
    ...(settled ? [] : [{ id: 'dates', heading: 'Dates', fields: dates }]),
    settled
      ? { id: 'takes', heading: 'What it takes', fields: [minutes] }
      : { id: 'takes', heading: 'What it takes, and how long it is kept', fields: [minutes, retention] },
    { id: 'contacts', heading: 'Who to ask', fields: contacts },
    { id: 'care', heading: 'When it may be hard to answer', fields: care },
  ];
}

const what: FormField[] = [
  { kind: 'text', name: 'title', label: 'Title' },
  {
    kind: 'textarea',
    name: 'purpose',
    label: 'What it is for',
    hint: 'The first thing that families read: 100 words at most.',
    rows: 3,
  },
  {
    kind: 'text',
    name: 'audience',
    label: 'Who it is for',
    hint: 'Such as: parents and carers of children who use short breaks.',
  },
  {
    kind: 'textarea',
    name: 'background',
    label: 'Background in brief',
    hint: 'Assume that the reader knows nothing of it. An empty line starts a new paragraph.',
    rows: 6,
  },
];

const change: FormField[] = [
  { kind: 'textarea', name: 'can_change', label: 'What can change', rows: 3 },
  { kind: 'textarea', name: 'cannot_change', label: 'What cannot change', rows: 3 },
];

const say = (charter: Charter): FormField[] => [
  {
    kind: 'radios',
    name: 'level',
    label: 'Level of participation',
    options: charter.rungs.map(({ id, name, meaning }) => ({ value: id, label: name, hint: meaning })),
  },
  { kind: 'textarea', name: 'level_reason', label: 'Why this level', hint: 'The public reads this.', rows: 2 },
];

const decides = (charter: Charter): FormField[] => [
  {
    kind: 'radios',
    name: 'scope',
    label: 'What it is about',
    options: charter.scopes.map(({ id, name, meaning, whoDecides }) => ({
      value: id,
      label: name,
      hint: `${meaning} ${whoDecides}`,
    })),
  },
  {
    kind: 'text',
    name: 'who_decides',
    label: 'Who makes the decision',
    hint: 'Such as: the head of short breaks decides.',
  },
];

const levels = [
  { value: 'public-report', label: 'A public report', hint: confidentialities['public-report'] },
  { value: 'partners-only', label: 'Our partners alone', hint: confidentialities['partners-only'] },
  { value: 'team-only', label: 'The team alone', hint: confidentialities['team-only'] },
];

const sees: FormField[] = [
  {
    kind: 'radios',
    name: 'confidentiality',
    label: 'How widely answers may be shared',
    options: levels,
  },
  {
    kind: 'textarea',
    name: 'confidentiality_words',
    label: 'In one plain sentence',
    hint: 'Families read it on the page and before the first question. Leave it empty to use the sentence of your choice.',
    rows: 2,
  },
];

const dates: FormField[] = [
  { kind: 'date', name: 'opens_on', label: 'Opens on' },
  { kind: 'date', name: 'closes_on', label: 'Closes on', hint: 'It stays open until the end of this day.' },
  { kind: 'date', name: 'outcome_on', label: 'You say what was decided by' },
];

const minutes: FormField = { kind: 'number', name: 'minutes', label: 'How long answering takes', unit: 'minutes' };
const retention: FormField = {
  kind: 'number',
  name: 'retention_months',
  label: 'How long answers are kept after the close',
  unit: 'months',
};

/** Who sees the answers, and how long they are kept, a sentence each. */
export function settledFacts(row: Settled): string[] {
  const level = levels.find(each => each.value === row.confidentiality)?.label ?? '';
  const kept = `Answers are kept for ${row.retention_months} month${row.retention_months === 1 ? '' : 's'} after the close.`;
  return [`How widely answers may be shared: ${level.toLowerCase()}.`, confidentialitySentence(row), kept];
}

function settledSection(row: Settled): FormSection {
  const facts = settledFacts(row);
  const why = 'This stays as it is: families answer because of it.';
  return {
    id: 'private',
    heading: 'Who sees the answers, and how long they are kept',
    fields: [],
    settled: { facts, why },
  };
}

const care: FormField[] = [
  {
    kind: 'textarea',
    name: 'content_warning',
    label: 'What may be hard to read about',
    hint: 'Families read it before the first question. Such as: some questions are about times when a child was unsafe.',
    rows: 2,
    optional: true,
  },
  {
    kind: 'textarea',
    name: 'support_links',
    label: 'Where to find support, one place a line',
    hint: 'A name, a phone number, and an address if there is one: Family line, 01632 960 777: https://line.example',
    rows: 4,
    optional: true,
  },
  {
    kind: 'text',
    name: 'exit_address',
    label: 'Where ‘Exit this page’ leads',
    hint: 'For subjects that nobody else at home should see. A harmless page, such as a weather forecast. Empty: no button.',
    type: 'url',
    optional: true,
  },
];

const contacts: FormField[] = [
  { kind: 'text', name: 'key_contact_name', label: 'Key contact: name', width: 'medium' },
  { kind: 'text', name: 'key_contact_email', label: 'Key contact: email address', type: 'email', width: 'medium' },
  {
    kind: 'text',
    name: 'key_contact_phone',
    label: 'Key contact: phone',
    type: 'tel',
    width: 'medium',
    optional: true,
  },
  {
    kind: 'text',
    name: 'safeguarding_name',
    label: 'Safeguarding lead: name',
    hint: 'Hears at once of an answer that worries the reader. Families see the name, not the address.',
    width: 'medium',
  },
  {
    kind: 'text',
    name: 'safeguarding_email',
    label: 'Safeguarding lead: email address',
    type: 'email',
    width: 'medium',
  },
];
