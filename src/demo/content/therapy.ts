import { dayFrom, hallowby, nhs, notYet, publicReport, tarbeck } from './shared.ts';
import type { DemoComment, DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...nhs,
  ...publicReport,
  slug: 'speech-and-language-therapy',
  title: 'Speech and language therapy: where and how?',
  purpose: 'We want to offer therapy in places and ways that families can use.',
  background:
    'Speech and language therapy helps children to talk, understand, eat and drink safely. At present most families come to the health centre in Fernwick. One visit in five is missed. We could see children at school, at home or by video.',
  canChange: 'Where we see children. How much is by video. What you get to try at home.',
  cannotChange:
    'We have 22 therapists and cannot employ more this year. Safety checks for swallowing have to be in person.',
  level: 'partnership',
  levelReason: 'Parents and therapists wrote three ideas together. Now we ask everyone which of them would work.',
  scope: 'service',
  whoDecides: 'The head of children’s therapies decides.',
  audience: 'Families whose child has therapy now or had it in the last two years.',
  minutes: 4,
  opensOn: dayFrom(today, -30),
  closesOn: today,
  outcomeOn: dayFrom(today, 60),
  retentionMonths: 18,
  people: [tarbeck, hallowby],
  contentWarning: 'The last question speaks of trouble with eating and swallowing, which can be frightening.',
  supportLinks:
    'Brackenshire family line, 01632 960 777, 8am to 10pm every day\nSafe swallowing, for parents, 01632 960 778, weekdays 9am to 5pm',
});

const survey = (today: string): DemoConsultation['survey'] => ({
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?' },
    {
      id: 'q2',
      kind: 'choose-one',
      important: true,
      ask: 'Where would therapy work best for you?',
      options: [
        { id: 'a', words: 'At school or nursery' },
        { id: 'b', words: 'At home' },
        { id: 'c', words: 'At the health centre' },
        { id: 'd', words: 'By video' },
      ],
      notSure: true,
    },
    { id: 'q3', kind: 'agreement', ask: 'I know what to practise between visits.' },
    {
      id: 'q4',
      kind: 'date',
      ask: 'When was your last visit?',
      precision: 'month',
      min: '2010-01-01',
      max: today,
      bins: 'year',
    },
    {
      id: 'q5',
      kind: 'short-text',
      ask: 'What is the hardest part of a visit?',
      hint: 'A few words are enough.',
      limit: 150,
    },
    {
      id: 'q6',
      kind: 'long-text',
      ask: 'Is there anything else we should know?',
      hint: 'Trouble with eating or swallowing matters here too. Please leave out names.',
      limit: 2000,
    },
  ],
});

const hardest: DemoComment[] = [
  { key: 'h1', words: 'Parking.', times: 6 },
  { key: 'h2', words: 'Missing a whole morning of school for 20 minutes.', times: 3 },
  { key: 'h3', words: 'The waiting room. It is too bright and too loud.', times: 2 },
  { key: 'h4', words: 'Two buses.' },
  { key: 'h5', words: 'A new therapist each time.', times: 3 },
  { key: 'h6', words: 'Talking in front of people I do not know.', who: 'young' },
  { key: 'h7', words: 'Nothing really, they are lovely.', times: 2 },
];

const others: DemoComment[] = [
  { key: 'o1', words: 'Video does not work for us. He walks away from the screen.' },
  { key: 'o2', words: 'Video was great in the winter. She was relaxed on her own sofa.' },
  { key: 'o3', words: 'Please talk with his teaching assistant. She is the one who practises with him.' },
  { key: 'o4', words: 'A short film of the exercise would help. I forget it on the way home.' },
  { key: 'o5', words: 'At school I never meet the therapist, so I do not know what to do at home.' },
  { key: 'o6', words: 'I was told that we are discharged because we missed two visits. I was in hospital.' },
  { key: 'o7', words: 'Our therapist gave my son his first words. We will never forget it.' },
];

export const therapy = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'therapy',
  shows: 'closing today',
  organisation: 'nhs',
  createdBy: 'nhs-officer',
  team: ['nhs-officer', 'officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -33),
  movedClose: {
    was: dayFrom(today, -7),
    on: dayFrom(today, -12),
    reason: 'Two schools were closed by floods, and their families asked for another week.',
  },
  survey: survey(today),
  profile: {
    responses: 74,
    channels: { online: 58, paper: 6, phone: 10 },
    contacts: { email: 38, post: 5, phone: 4 },
    mayQuote: 60,
    answers: {
      q1: { weights: { parent: 48, together: 7, young: 6, helped: 6, professional: 7 }, skip: 0 },
      q2: { weights: { a: 27, b: 12, c: 15, d: 10, ns: 10 }, skip: 0 },
      q3: { weights: { '1': 8, '2': 18, '3': 13, '4': 20, '5': 9, ns: 6 }, skip: 0 },
      q4: {
        weights: {
          [dayFrom(today, -45)]: 14,
          [dayFrom(today, -80)]: 12,
          [dayFrom(today, -140)]: 9,
          [dayFrom(today, -400)]: 8,
          [dayFrom(today, -520)]: 5,
        },
        skip: 16,
      },
      q5: { comments: hardest },
      q6: { comments: others },
    },
  },
});
