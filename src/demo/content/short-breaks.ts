import { council, dayFrom, hallowby, notYet, publicReport, quillan } from './shared.ts';
import { shortBreaksProfile } from './short-breaks-answers.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'short-breaks',
  title: 'Short breaks: what should change?',
  purpose:
    'We are planning short breaks for the next three years. We want to know what works for you and what does not.',
  background:
    'A short break is time for your child away from you with people who know how to look after them. It gives you a rest too. In Brackenshire 610 children had one last year. The agreement with the clubs ends next summer, so now is the time to change things.',
  canChange:
    'What kinds of breaks there are. Where and on which days. How you find out about them and how you book. How we choose when there are not enough places.',
  cannotChange:
    'The total sum of money, £1.9 million a year. The law says who has a right to an assessment, and we cannot change that.',
  level: 'consultation',
  levelReason:
    'We have ideas but nothing is decided. There is not enough time to plan it all together, so we ask as many families as we can.',
  scope: 'service',
  whoDecides: 'The council’s cabinet member for children decides, after the partnership board has read the report.',
  audience:
    'Parents and carers of children who use, or would like to use, short breaks. Young people are very welcome.',
  minutes: 6,
  opensOn: dayFrom(today, -20),
  closesOn: dayFrom(today, 12),
  outcomeOn: dayFrom(today, 68),
  retentionMonths: 24,
  people: [
    quillan,
    {
      name: 'Gwen Marlpit',
      role: 'Short breaks manager, Brackenshire County Council',
      why: 'Looks after the money and the clubs, and will write the plan.',
    },
    hallowby,
  ],
});

const survey: DemoConsultation['survey'] = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    {
      id: 'q2',
      kind: 'choose-many',
      ask: 'Which short breaks have you used?',
      hint: 'Choose all that you used in the last 12 months.',
      options: [
        { id: 'a', words: 'An after-school or weekend club' },
        { id: 'b', words: 'A holiday club' },
        { id: 'c', words: 'A night or a weekend away' },
        { id: 'd', words: 'Somebody who comes to our home' },
      ],
      none: true,
    },
    {
      id: 'q3',
      kind: 'choose-one',
      ask: 'How easy is it to find out about short breaks?',
      hint: 'Think about the last 12 months.',
      options: [
        { id: 'a', words: 'Very easy' },
        { id: 'b', words: 'Quite easy' },
        { id: 'c', words: 'Quite hard' },
        { id: 'd', words: 'Very hard' },
      ],
      notSure: true,
      next: [{ when: { q: 'q2', anyOf: ['none'] }, to: 'q5' }],
    },
    {
      id: 'q4',
      kind: 'number',
      ask: 'How many weeks did you wait for your last place?',
      hint: 'Your best guess is fine.',
      min: 0,
      max: 104,
      unit: 'weeks',
      bins: [4, 8, 16],
    },
    { id: 'q5', kind: 'agreement', ask: 'Short breaks are at times that fit our life.' },
    {
      id: 'q6',
      kind: 'choose-one',
      ask: 'If we could do one thing first, what should it be?',
      options: [
        { id: 'a', words: 'More places in the school holidays' },
        { id: 'b', words: 'More places at weekends' },
        { id: 'c', words: 'Staff who are trained for complex needs' },
        { id: 'd', words: 'One simple place to book' },
      ],
      notSure: true,
    },
    {
      id: 'q7',
      kind: 'long-text',
      ask: 'What would make short breaks better for your family?',
      hint: 'Please leave out names.',
      limit: 3000,
    },
  ],
};

export const shortBreaks = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'short-breaks',
  shows: 'open',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -24),
  survey,
  profile: shortBreaksProfile,
});
