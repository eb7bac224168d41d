import { council, dayFrom, hallowby, kit, notYet, publicReport, quillan } from './shared.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'moving-on-at-18',
  title: 'Moving on at 18: what would help?',
  purpose: 'We want to know what helps young people with special needs when they leave children’s services.',
  background:
    'At 18, support from children’s services ends and adult services take over. Families tell us that nobody explains this. Last year 140 young people in Brackenshire moved on. We have money for one new team.',
  canChange:
    'When we start to talk about moving on. Who talks with you. What the new team does first. What we write down for you to keep.',
  cannotChange: 'The law says that adult services start at 18. We cannot move that age.',
  level: 'co-production',
  levelReason:
    'Young people know best what this move is like. They helped to choose the questions, and four of them will plan the new team with us.',
  scope: 'service',
  whoDecides: 'The head of children’s services and the head of adult services decide together, in April.',
  audience: 'Young people aged 14 to 25, their families, and the people who work with them.',
  minutes: 5,
  opensOn: dayFrom(today, 9),
  closesOn: dayFrom(today, 44),
  outcomeOn: dayFrom(today, 106),
  retentionMonths: 24,
  people: [quillan, kit, hallowby],
});

const survey: DemoConsultation['survey'] = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'When should we start to talk about moving on?',
      options: [
        { id: 'a', words: 'At 13 or 14' },
        { id: 'b', words: 'At 15 or 16' },
        { id: 'c', words: 'At 17' },
      ],
      notSure: true,
    },
    {
      id: 'q3',
      kind: 'choose-many',
      ask: 'What would help most?',
      hint: 'Choose up to three.',
      options: [
        { id: 'a', words: 'One person who stays with me' },
        { id: 'b', words: 'A visit before I move' },
        { id: 'c', words: 'A plan in plain words' },
        { id: 'd', words: 'Meeting young people who have moved on' },
        { id: 'e', words: 'Help with money and benefits' },
      ],
      atMost: 3,
    },
    { id: 'q4', kind: 'agreement', ask: 'I know who to ask about life after school.' },
    { id: 'q5', kind: 'long-text', ask: 'What worries you about moving on?', limit: 2000 },
    { id: 'q6', kind: 'long-text', ask: 'What are you looking forward to?', limit: 2000 },
  ],
};

// A young people's group read the questions and found two that could be said better.
const clearer: typeof survey = {
  ...survey,
  questions: survey.questions.map(each => {
    if (each.id === 'q4') return { ...each, ask: 'I know whom I can ask about life after school.' };
    return each.id === 'q6' ? { ...each, ask: 'What are you looking forward to after school?' } : each;
  }),
};

const withOneMore: typeof survey = {
  ...clearer,
  questions: [...clearer.questions, { id: 'q7', kind: 'short-text', ask: 'Who helped you most so far?' }],
};

/** It is published, so that families can see it coming; nobody can answer yet. */
export const movingOn = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'moving-on',
  shows: 'opening soon, with a new version of its questions',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -3),
  survey,
  laterSurveys: [
    { survey: clearer, writtenOn: dayFrom(today, -2), isPublished: true },
    { survey: withOneMore, writtenOn: dayFrom(today, -1), isPublished: false },
  ],
  profile: { responses: 0, channels: {}, contacts: { email: 0, post: 0, phone: 0 }, mayQuote: 0, answers: {} },
});
