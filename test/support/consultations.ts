import { createConsultation } from '../../src/consultations/create.ts';
import { confidentialities, type PlanPerson } from '../../src/consultations/plan.ts';
import { savePeople, savePlan, type PlanFields } from '../../src/consultations/save-plan.ts';
import { findPerson } from '../../src/people/queries.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { changeSurvey } from '../../src/surveys/save-survey.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

export type Officer = Visitor & { personId: string };
export type Planned = { id: string; slug: string; opensOn: string; closesOn: string; outcomeOn: string };
export type PlanOverrides = PlanFields & { people?: PlanPerson[]; survey?: Definition };

/** Five questions: who answers (q1), choose one of a, b, c (q2), agreement (q3), choose many (q4), words (q5). */
export const usualSurvey: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'How easy is it to find out about short breaks?',
      options: [
        { id: 'a', words: 'Easy' },
        { id: 'b', words: 'Hard' },
        { id: 'c', words: 'Very hard' },
      ],
      notSure: true,
    },
    { id: 'q3', kind: 'agreement', ask: 'Short breaks fit what my child likes.' },
    {
      id: 'q4',
      kind: 'choose-many',
      ask: 'What would help?',
      options: [
        { id: 'a', words: 'More weekends' },
        { id: 'b', words: 'Places nearer home' },
      ],
    },
    { id: 'q5', kind: 'long-text', ask: 'What should we change first?' },
  ],
};

const inDays = (today: string, days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

/** A complete plan: opens today, closes in 22 days, outcome in 64. */
export const usualPlan = (today: string): PlanFields => ({
  title: 'Short breaks: what should change?',
  purpose: 'We want short breaks that more families can use.',
  background:
    'A short break is time away for a child, so that the family can rest. Few families know how to ask for one.',
  can_change: 'Where and when short breaks happen.',
  cannot_change: 'The budget for this year.',
  level: 'consultation',
  level_reason: 'We have three ideas and want to know which of them would help.',
  scope: 'service',
  who_decides: 'The head of short breaks decides.',
  confidentiality: 'public-report',
  confidentiality_words: confidentialities['public-report'],
  audience: 'Parents and carers of children who use short breaks.',
  minutes: 6,
  key_contact_name: 'Rowan Hale',
  key_contact_email: 'rowan@brackenshire.example',
  key_contact_phone: '01632 960 111',
  opens_on: today,
  closes_on: inDays(today, 22),
  outcome_on: inDays(today, 64),
  retention_months: 24,
  safeguarding_name: 'Ash Birch',
  safeguarding_email: 'safe@brackenshire.example',
});

export const usualPeople: PlanPerson[] = [
  { name: 'Rowan Hale', role: 'Short breaks lead', why: 'Reads every answer and writes what we heard.' },
];

/** A complete plan with a survey, not published. The officer is on its team; it is of the officer's organisation. */
export async function planConsultation(
  world: World,
  officer: Officer,
  { people = usualPeople, survey = usualSurvey, ...fields }: PlanOverrides = {},
): Promise<Planned> {
  const { write } = world.db;
  const now = world.deps.now();
  const person = await findPerson(write, officer.personId);
  if (!person) throw new Error('An officer is a person.');
  const who = { id: person.id, organisationId: person.organisation_id };
  const plan = { ...usualPlan(world.deps.today()), ...fields };
  const { id, slug } = await createConsultation(write, who, { title: plan.title ?? '', now });
  await savePlan(write, who, id, plan, now);
  await savePeople(write, who, id, people, now);
  await changeSurvey(write, who, id, () => survey, now);
  return { id, slug, opensOn: plan.opens_on ?? '', closesOn: plan.closes_on ?? '', outcomeOn: plan.outcome_on ?? '' };
}

/** A published consultation, open unless `opens_on` says otherwise. Turn the clock with `world.setNow(closesOn)`. */
export async function openConsultation(
  world: World,
  officer: Officer,
  overrides: PlanOverrides = {},
): Promise<Planned> {
  const planned = await planConsultation(world, officer, overrides);
  const response = await officer.post(`/desk/consultations/${planned.id}/publication`);
  if (response.status !== 303) throw new Error(`Publishing gave ${response.status}: ${await response.text()}`);
  return planned;
}

/** The fields of a page's form as it stands, some of them written anew. Selects are left out. */
export function formFields(html: string, changes: Record<string, string>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const read = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    if (read('type') !== 'radio' || / checked/.test(tag)) fields[read('name')] = unescaped(read('value'));
  }
  for (const [, name, value] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g)) {
    fields[name ?? ''] = unescaped(value ?? '');
  }
  return { ...fields, ...changes };
}

const unescaped = (html: string): string =>
  html
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
