import { council, dayFrom, dayWords, hallowby, notYet, publicReport } from './shared.ts';
import { transportComments, transportMessages, transportThemes } from './transport-comments.ts';
import { transportOutcomes } from './transport-outcomes.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'transport-to-school',
  title: 'Transport to school and college',
  purpose: 'We are about to choose new taxi and bus companies. We ask what makes a good journey.',
  background:
    'The council takes 870 pupils with special needs to school or college. Eight companies drive them. The agreements end this year. Last year we had 160 complaints, most of them about changes of driver.',
  canChange: 'What we ask of the companies. How we tell you about changes. How you meet the driver.',
  cannotChange: 'Who has a right to transport: the law sets that. The price per mile is fixed until next summer.',
  level: 'consultation',
  levelReason: 'We must choose companies by a set day, so we asked for views on our list of what to demand from them.',
  scope: 'service',
  whoDecides: 'The council’s head of education decides.',
  audience: 'Families and young people who travel with us, and the schools and colleges that they travel to.',
  minutes: 6,
  keyContactName: 'Dana Whitlock',
  keyContactEmail: 'dana.whitlock@council.brackenshire.example',
  keyContactPhone: '01632 960 127',
  opensOn: dayFrom(today, -79),
  closesOn: dayFrom(today, -44),
  outcomeOn: dayFrom(today, 0),
  retentionMonths: 24,
  people: [
    {
      name: 'Dana Whitlock',
      role: 'Transport lead, Brackenshire County Council',
      why: 'Runs the service, reads every answer and owns most of the actions.',
    },
    hallowby,
    {
      name: 'Samir Ellerbeck',
      role: 'Contracts officer, Brackenshire County Council',
      why: 'Writes what we ask of the companies.',
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
      ask: 'How do you usually travel?',
      options: [
        { id: 'a', words: 'By taxi, alone' },
        { id: 'b', words: 'By taxi, with others' },
        { id: 'c', words: 'By minibus' },
        { id: 'd', words: 'We drive and are paid for the miles' },
      ],
    },
    { id: 'q3', kind: 'agreement', ask: 'The journey to school is a good start to the day.' },
    {
      id: 'q4',
      kind: 'number',
      ask: 'How many different drivers did you have last term?',
      hint: 'Your best guess, in whole numbers. Leave it empty if you do not know.',
      min: 0,
      max: 40,
      unit: 'drivers',
      bins: [1, 2, 4],
    },
    {
      id: 'q5',
      kind: 'long-text',
      ask: 'What should we change about transport to school?',
      hint: 'Please leave out names.',
      limit: 3000,
    },
    {
      id: 'q6',
      kind: 'short-text',
      ask: 'How should we tell you when a bus is late?',
      hint: 'For example by text message or by telephone.',
      limit: 120,
    },
  ],
};

/** The reason was given with the late reply, and stays on the page for good. */
export const transport = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'transport',
  shows: 'published, acknowledged late with a reason',
  organisation: 'council',
  createdBy: 'transport-lead',
  team: ['transport-lead', 'officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -86),
  survey,
  profile: {
    responses: 212,
    channels: { online: 161, paper: 22, phone: 18, event: 11 },
    contacts: { email: 118, post: 12, phone: 9 },
    mayQuote: 70,
    answers: {
      q1: { weights: { parent: 132, together: 19, young: 24, helped: 13, professional: 24 }, skip: 0 },
      q2: { weights: { a: 58, b: 79, c: 52, d: 23 }, skip: 0 },
      q3: { weights: { '1': 18, '2': 44, '3': 37, '4': 61, '5': 40, ns: 12 }, skip: 0 },
      q4: { weights: { '1': 41, '2': 52, '3': 39, '4': 27, '5': 16, '6': 11, '8': 8 }, skip: 8 },
      q5: { comments: transportComments },
      q6: { comments: transportMessages },
    },
  },
  acknowledgement: {
    daysFromDue: 2,
    words: `Thank you. 212 of you answered, and we have read every word. Drivers who change came up most. We are sorry that this note is late. We will tell you what we decided by ${dayWords(today, 0)}.`,
  },
  lateReasons: [
    { promise: 'acknowledgement', reason: 'Acknowledged late because our mail system failed.', givenOn: null },
  ],
  themes: transportThemes,
  outcomes: transportOutcomes(today),
  outcomesPublishedOn: dayFrom(today, -2),
});
