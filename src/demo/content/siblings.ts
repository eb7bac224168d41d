import { council, dayFrom, hallowby, kit, notYet, publicReport, quillan } from './shared.ts';
import type { DemoComment, DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'brothers-and-sisters',
  title: 'Brothers and sisters: what helps you?',
  purpose: 'Brothers and sisters often help a lot and are rarely asked. We want to know what would help them.',
  background:
    'About 2,000 children in Brackenshire have a brother or sister with special needs. There is one group for them, on Thursdays in Fernwick. A charity has offered £30,000 for two years, and we can choose what to do with it.',
  canChange: 'What we do with the money, where, when, and for which ages.',
  cannotChange: 'The sum. It cannot pay for services that the law asks for anyway.',
  level: 'consultation',
  levelReason: 'The charity needs an answer this winter, so there was no time to plan it all together.',
  scope: 'service',
  whoDecides: 'The charity and the council decide together.',
  audience: 'Children and young people aged 8 to 18 with a brother or sister with special needs, and their parents.',
  minutes: 3,
  opensOn: dayFrom(today, -62),
  closesOn: dayFrom(today, -27),
  outcomeOn: dayFrom(today, 25),
  retentionMonths: 12,
  people: [quillan, kit, hallowby],
});

const survey: DemoConsultation['survey'] = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'who-is-answering', ask: 'Who is answering?', options: ['parent', 'young', 'together'] },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'What would you like most?',
      options: [
        { id: 'a', words: 'A group with others like me' },
        { id: 'b', words: 'A day out' },
        { id: 'c', words: 'Someone to talk to at school' },
        { id: 'd', words: 'Time with my parents' },
      ],
      notSure: true,
    },
    { id: 'q3', kind: 'agreement', ask: 'There is an adult I can talk to about home.' },
    { id: 'q4', kind: 'long-text', ask: 'What do you wish people knew?', limit: 1500 },
  ],
};

const comments: DemoComment[] = [
  { key: 'b1', words: 'I love my sister. I also want to do my homework in peace.', who: 'young' },
  { key: 'b2', words: 'That I am not his carer, I am his brother.', who: 'young' },
  { key: 'b3', words: 'I would like one afternoon with mum.', who: 'young', times: 2 },
  { key: 'b4', words: 'Not a group. I do not want to talk about it, I want to go bowling.', who: 'young' },
  { key: 'b5', words: 'The Thursday group is great but we live too far away.', who: 'together' },
  { key: 'b6', words: 'My teacher does not know. I do not want everyone to know, only her.', who: 'young' },
  { key: 'b7', words: 'My younger one never complains, and that worries me most.', who: 'parent' },
  {
    key: 'b9',
    words: 'Some nights I lock my door because I am scared when he is angry. I have not told anyone.',
    who: 'young',
  },
  { key: 'b8', words: 'They learn to be kind before they learn to read. But they are tired too.', who: 'parent' },
];

/** The reason was given before the reply went out: the page shows both that it is late and why. */
export const siblings = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'siblings',
  shows: 'overdue with a reason, not acknowledged yet',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -66),
  survey,
  profile: {
    responses: 63,
    channels: { online: 38, paper: 12, event: 13 },
    contacts: { email: 27, post: 6, phone: 0 },
    mayQuote: 55,
    answers: {
      q1: { weights: { parent: 19, young: 32, together: 12 }, skip: 0 },
      q2: { weights: { a: 15, b: 13, c: 11, d: 17, ns: 7 }, skip: 0 },
      q3: { weights: { '1': 9, '2': 14, '3': 10, '4': 14, '5': 9, ns: 7 }, skip: 0 },
      q4: { comments },
    },
  },
  concerns: [
    {
      comment: 'q4/b9',
      note: 'A young person who does not feel safe at home on some nights. Please read this today.',
      raisedOn: dayFrom(today, -30),
    },
  ],
  lateReasons: [
    {
      promise: 'acknowledgement',
      reason:
        'The paper answers from two youth clubs reached us late. We are typing them in before we write to everyone.',
      givenOn: dayFrom(today, -7),
    },
  ],
});
