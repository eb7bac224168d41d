import { z } from 'zod';
import type { Charter } from '../charters/charter.ts';
import type { Consultation } from '../db/schema.ts';
import { optional, optionalDay, optionalEmail, required } from '../web/fields.ts';
import { isWebAddress } from './support-rules.ts';
import { ownSentence, type confidentialities } from './plan.ts';
import type { PlanFields } from './save-plan.ts';

const MOST_SUMMARY_WORDS = 100;

/** A plan as its form sends it. Anything may still be empty but the title; what is written has to make sense. */
export const planSchema = (charter: Charter) =>
  z.object({
    title: required('Give it a title.', 120),
    audience: optional(300),
    purpose: optional(1000).refine(text => countWords(text) <= MOST_SUMMARY_WORDS, 'Use 100 words or fewer.'),
    background: optional(5000),
    can_change: optional(2000),
    cannot_change: optional(2000),
    level: among(charter.rungs, 'Choose a level from the list.'),
    level_reason: optional(600),
    scope: among(charter.scopes, 'Choose from the list.'),
    who_decides: optional(400),
    confidentiality: z.enum(['', ...levelsOfConfidence], 'Choose from the list.'),
    confidentiality_words: optional(400),
    opens_on: optionalDay('Opens on'),
    closes_on: optionalDay('Closes on'),
    outcome_on: optionalDay('You say what was decided by'),
    minutes: optionalNumber('How many minutes', 1, 240),
    retention_months: optionalNumber('How many months', 1, 240),
    key_contact_name: optional(120),
    key_contact_email: optionalEmail(),
    key_contact_phone: optional(40),
    safeguarding_name: optional(120),
    safeguarding_email: optionalEmail(),
    content_warning: optional(300),
    support_links: optional(1500),
    exit_address: optional(300).refine(
      text => text === '' || isWebAddress(text),
      'Enter a web address that starts with https://, or leave it empty.',
    ),
  });

export type PlanForm = z.infer<ReturnType<typeof planSchema>>;

const levelsOfConfidence = [
  'public-report',
  'partners-only',
  'team-only',
] as const satisfies readonly (keyof typeof confidentialities)[];

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function among(rows: readonly { id: string }[], message: string) {
  return z.string().refine(value => value === '' || rows.some(({ id }) => id === value), message);
}

function optionalNumber(label: string, least: number, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, `${label}: enter a whole number.`)
    .transform(text => (text === '' ? null : Number(text)))
    .refine(n => n === null || (n >= least && n <= most), `${label}: enter a number from ${least} to ${most}.`);
}

/**
 * The form as the columns that it fills. Once published the dates are promised, and people answered under what was said
 * of who sees their answers and how long they are kept, so the form leaves those alone (W05).
 */
export function fieldsOf(form: PlanForm, isPublic: boolean): PlanFields {
  const { opens_on, closes_on, outcome_on, confidentiality, confidentiality_words, retention_months, ...rest } = form;
  if (isPublic) return rest;
  const dates = { opens_on: opens_on || null, closes_on: closes_on || null, outcome_on: outcome_on || null };
  const words = ownSentence(confidentiality_words);
  return { ...rest, ...dates, confidentiality, confidentiality_words: words, retention_months };
}

/** What the form shows of a plan that is kept. */
export function valuesOf(row: Consultation): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]));
}
