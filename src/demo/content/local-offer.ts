import { council, dayFrom, hallowby, notYet, publicReport, quillan } from './shared.ts';
import type { DemoComment, DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'finding-help',
  title: 'Finding help: is our website easy to use?',
  purpose:
    'We are rebuilding the website where families look for help. We ask what you look for and what you cannot find.',
  background:
    'The Local Offer is the website that lists help for children with special needs. Every council has to have one. Ours has 900 pages, and most visitors leave after one minute. A small team starts to rebuild it in spring.',
  canChange: 'The words, the order, the search, the pictures and what comes first.',
  cannotChange: 'The law lists what has to be on it, so some pages have to stay.',
  level: 'partnership',
  levelReason: 'Six parents are in the team that rebuilds it. This survey tells that team where to begin.',
  scope: 'service',
  whoDecides: 'The rebuilding team decides, and the head of children’s services agrees the money.',
  audience: 'Anybody who has looked for help for a child or young person with special needs.',
  minutes: 4,
  opensOn: dayFrom(today, -37),
  closesOn: dayFrom(today, -4),
  outcomeOn: dayFrom(today, 54),
  retentionMonths: 12,
  people: [
    quillan,
    hallowby,
    {
      name: 'Idris Penhallow-Smee',
      role: 'Website manager, Brackenshire County Council',
      why: 'Builds the new website with the six parents.',
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
      ask: 'Did you find what you were looking for?',
      hint: 'Think of the last time you looked.',
      options: [
        { id: 'a', words: 'Yes, all of it' },
        { id: 'b', words: 'Some of it' },
        { id: 'c', words: 'No' },
        { id: 'd', words: 'I have never used the website' },
      ],
    },
    {
      id: 'q3',
      kind: 'choose-many',
      ask: 'What did you look for?',
      options: [
        { id: 'a', words: 'Clubs and things to do' },
        { id: 'b', words: 'How to get an assessment' },
        { id: 'c', words: 'Money and benefits' },
        { id: 'd', words: 'Schools and nurseries' },
        { id: 'e', words: 'Somebody to talk to' },
      ],
    },
    { id: 'q4', kind: 'agreement', ask: 'The words on the website are easy to understand.' },
    { id: 'q5', kind: 'long-text', ask: 'What should the new website do better?', limit: 2000 },
  ],
};

const comments: DemoComment[] = [
  { key: 'l1', words: 'Search. I typed autism and got a page about bins.' },
  { key: 'l2', words: 'Say what happens next. Every page tells me who does not help with this.' },
  { key: 'l3', words: 'Half of the phone numbers are dead.', times: 3 },
  { key: 'l4', words: 'Start from the age of my child, not from the name of a department.' },
  { key: 'l5', words: 'Pictures of the places, so that we can look at them together before we go.' },
  { key: 'l6', words: 'More videos. I do not like reading.', who: 'young' },
  { key: 'l7', words: 'I gave up and asked on social media. I had an answer in ten minutes.' },
  { key: 'l8', words: 'A page that says: your child has just been diagnosed, start here.' },
  { key: 'l9', words: 'It should work on an old phone. Mine stops when a page has a film on it.' },
  { key: 'l10', words: 'Do not make it a website. I would rather ring somebody.' },
  {
    key: 'l11',
    words: 'I send parents there every week and then explain on the phone what it says.',
    who: 'professional',
  },
];

export const localOffer = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'local-offer',
  shows: 'closed, waiting for acknowledgement',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -40),
  survey,
  profile: {
    responses: 117,
    channels: { online: 101, paper: 6, phone: 10 },
    contacts: { email: 64, post: 5, phone: 7 },
    mayQuote: 60,
    answers: {
      q1: { weights: { parent: 74, together: 9, young: 12, helped: 7, professional: 15 }, skip: 0 },
      q2: { weights: { a: 14, b: 41, c: 38, d: 24 }, skip: 0 },
      q3: { chances: { a: 38, b: 46, c: 29, d: 22, e: 33 }, skip: 9 },
      q4: { weights: { '1': 6, '2': 19, '3': 22, '4': 37, '5': 21, ns: 12 }, skip: 0 },
      q5: { comments },
    },
  },
});
