import { z } from 'zod';
import type { Charter } from '../charters/charter.ts';
import type { Consultation } from '../db/schema.ts';
import { optional, optionalDay, optionalEmail, required } from '../web/fields.ts';
import { confidentialities } from './plan.ts';
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
    opens_on: optionalDay(),
    closes_on: optionalDay(),
    outcome_on: optionalDay(),
    minutes: optionalNumber(1, 240),
    retention_months: optionalNumber(1, 240),
    key_contact_name: optional(120),
    key_contact_email: optionalEmail(),
    key_contact_phone: optional(40),
    safeguarding_name: optional(120),
    safeguarding_email: optionalEmail(),
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

function optionalNumber(least: number, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, 'Enter a whole number.')
    .transform(text => (text === '' ? null : Number(text)))
    .refine(n => n === null || (n >= least && n <= most), `Enter a number from ${least} to ${most}.`);
}

/**
 * The form as the columns that it fills. Who chose a level of confidentiality and wrote no sentence takes the usual one.
 * Once published the dates are promised, so the form leaves them alone.
 */
export function fieldsOf(form: PlanForm, isPublic: boolean): PlanFields {
  const { opens_on, closes_on, outcome_on, confidentiality, ...rest } = form;
  const words = form.confidentiality_words || (confidentiality === '' ? '' : confidentialities[confidentiality]);
  const dates = { opens_on: opens_on || null, closes_on: closes_on || null, outcome_on: outcome_on || null };
  return { ...rest, confidentiality, confidentiality_words: words, ...(isPublic ? {} : dates) };
}

/** What the form shows of a plan that is kept. */
export function valuesOf(row: Consultation): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]));
}
