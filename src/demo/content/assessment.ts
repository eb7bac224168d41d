import { assessmentComments, assessmentThemes } from './assessment-comments.ts';
import { assessmentOutcomes, assessmentUpdates } from './assessment-outcomes.ts';
import { dayFrom, dayWords, hallowby, nhs, notYet, publicReport, tarbeck } from './shared.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...nhs,
  ...publicReport,
  slug: 'waiting-for-an-assessment',
  title: 'Waiting for an assessment',
  purpose: 'Families wait too long for an autism assessment. We ask what makes the wait so hard and what would help.',
  background:
    'In Brackenshire 480 children wait for an autism assessment. The wait was 31 weeks when we asked. We have money for two more people, and for help while families wait.',
  canChange: 'What you hear while you wait, what help there is, and how we work through the list.',
  cannotChange: 'An assessment has to follow national rules. We cannot make it shorter than they say.',
  level: 'partnership',
  levelReason: 'Three parents who waited work with our team each week. We asked everyone, so that they speak for many.',
  scope: 'service',
  whoDecides: 'The head of children’s therapies decides, with the two doctors who lead the service.',
  audience: 'Families who wait for an autism assessment or had one in the last two years.',
  minutes: 5,
  opensOn: dayFrom(today, -195),
  closesOn: dayFrom(today, -160),
  outcomeOn: dayFrom(today, -100),
  retentionMonths: 24,
  people: [
    tarbeck,
    hallowby,
    {
      name: 'Thandi Corriebank',
      role: 'Lead nurse, Brackenshire and Vale NHS',
      why: 'Looks after families while they wait.',
    },
  ],
});

const survey: DemoConsultation['survey'] = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'Where are you now?',
      options: [
        { id: 'a', words: 'We wait for an assessment' },
        { id: 'b', words: 'The assessment is under way' },
        { id: 'c', words: 'It is finished' },
      ],
    },
    {
      id: 'q3',
      kind: 'number',
      ask: 'How many weeks have you waited, or did you wait?',
      min: 0,
      max: 208,
      unit: 'weeks',
      bins: [12, 26, 39],
    },
    { id: 'q4', kind: 'agreement', ask: 'I know what happens next.' },
    {
      id: 'q5',
      kind: 'long-text',
      ask: 'What would make the wait easier?',
      hint: 'Please leave out names.',
      limit: 3000,
    },
  ],
};

export const assessment = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'assessment',
  shows: 'changed since publication',
  organisation: 'nhs',
  createdBy: 'nhs-officer',
  team: ['nhs-officer', 'officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -202),
  survey,
  profile: {
    responses: 184,
    channels: { online: 148, paper: 15, phone: 21 },
    contacts: { email: 109, post: 8, phone: 11 },
    mayQuote: 65,
    answers: {
      q1: { weights: { parent: 118, together: 20, young: 17, helped: 11, professional: 18 }, skip: 0 },
      q2: { weights: { a: 97, b: 38, c: 49 }, skip: 0 },
      q3: {
        weights: { '6': 12, '10': 16, '18': 21, '24': 25, '30': 34, '36': 23, '44': 17, '60': 12, '80': 7 },
        skip: 9,
      },
      q4: { weights: { '1': 8, '2': 22, '3': 24, '4': 62, '5': 56, ns: 12 }, skip: 0 },
      q5: { comments: assessmentComments },
    },
  },
  acknowledgement: {
    daysFromDue: -3,
    words: `Thank you. 184 of you told us about the wait. Many of you wrote at night, and we could tell how hard it is. We will tell you what we decided by ${dayWords(today, -100)}.`,
  },
  themes: assessmentThemes,
  outcomes: assessmentOutcomes(today),
  outcomesPublishedOn: dayFrom(today, -102),
  updates: assessmentUpdates(today),
});
