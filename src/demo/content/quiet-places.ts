import { quietComments, quietThemes } from './quiet-places-comments.ts';
import { council, dayFrom, hallowby, kit, notYet, publicReport, quillan } from './shared.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'quiet-places-at-school',
  title: 'Quiet places at school',
  purpose: 'Schools share £240,000 to make places where pupils can calm down. We ask how to spend it well.',
  background:
    'Some pupils find school too loud or too busy. A quiet place can be a room, a corner, a garden or a tent. Eleven schools in Brackenshire have one, and 63 do not. A school can ask for up to £8,000.',
  canChange: 'What the money may buy, which schools come first, and what each school has to show afterwards.',
  cannotChange: 'The sum, and that it has to be spent by the end of the school year.',
  level: 'co-production',
  levelReason: 'Pupils, parents and head teachers sit in the group that shares out the money. Each has one vote.',
  scope: 'strategic',
  whoDecides: 'The group of pupils, parents and head teachers decides. The schools partnership pays.',
  audience: 'Pupils, parents and carers, and everyone who works in a school.',
  minutes: 5,
  opensOn: dayFrom(today, -75),
  closesOn: dayFrom(today, -34),
  outcomeOn: dayFrom(today, 19),
  retentionMonths: 24,
  people: [
    quillan,
    kit,
    hallowby,
    {
      name: 'Leonard Osgathorpe',
      role: 'Head teacher, Brackenshire Schools Partnership',
      why: 'Chairs the group that shares out the money.',
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
      ask: 'What would be the best quiet place?',
      options: [
        { id: 'a', words: 'A room of its own' },
        { id: 'b', words: 'A corner in the classroom' },
        { id: 'c', words: 'A place outside' },
        { id: 'd', words: 'A tent or a den' },
      ],
      notSure: true,
    },
    {
      id: 'q3',
      kind: 'choose-one',
      ask: 'When is a quiet place needed most?',
      options: [
        { id: 'a', words: 'At the start of the day' },
        { id: 'b', words: 'At lunch and break' },
        { id: 'c', words: 'In lessons' },
        { id: 'd', words: 'On the way from one room to another' },
      ],
      notSure: true,
    },
    { id: 'q4', kind: 'agreement', ask: 'In our school you can leave a lesson when it is too much.' },
    {
      id: 'q5',
      kind: 'long-text',
      ask: 'What makes a quiet place work, or not work?',
      hint: 'Please leave out names of people and schools.',
      limit: 3000,
    },
  ],
};

/** The comments are sorted into themes, and the outcomes come next. */
export const quietPlaces = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'quiet-places',
  shows: 'themed',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -80),
  survey,
  profile: {
    responses: 136,
    channels: { online: 98, paper: 21, event: 17 },
    contacts: { email: 72, post: 8, phone: 0 },
    mayQuote: 65,
    answers: {
      q1: { weights: { parent: 58, together: 14, young: 34, helped: 10, professional: 20 }, skip: 0 },
      q2: { weights: { a: 52, b: 18, c: 30, d: 21, ns: 15 }, skip: 0 },
      q3: { weights: { a: 17, b: 49, c: 34, d: 22, ns: 14 }, skip: 0 },
      q4: { weights: { '1': 12, '2': 24, '3': 20, '4': 38, '5': 30, ns: 12 }, skip: 0 },
      q5: { comments: quietComments },
    },
  },
  acknowledgement: {
    daysFromDue: -4,
    words:
      'Thank you. 136 of you told us about quiet places, and we have read every answer. The group will share out the money next month. Then we will tell you what it decided and why.',
  },
  themes: quietThemes,
});
