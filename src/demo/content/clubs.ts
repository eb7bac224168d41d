import { inEditions } from './clubs-editions.ts';
import { clubsPictures } from './clubs-pictures.ts';
import { council, dayFrom, hallowby, notYet, publicReport, quillan } from './shared.ts';
import type { DemoConsultation, DemoPlan, DemoProfile } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'clubs',
  title: 'Clubs after school: what would be fun?',
  purpose:
    'We want clubs that children with special needs can join, enjoy and get home from. Tell us what to start with.',
  background:
    'There are 48 clubs after school in Brackenshire. Only 9 have staff who are trained to help children with special needs. From next September there is money to train more people and to start new clubs.',
  canChange: 'Which clubs we start, where they are, on which days, and what their staff learn.',
  cannotChange: 'The money for the first year, £60,000. Schools decide whether a club may use their building.',
  level: 'consultation',
  levelReason:
    'We know that more clubs are wanted but not which. Children know best, so we ask them in the words that suit them.',
  scope: 'service',
  whoDecides: 'The short breaks manager decides with the parent carer forum, once the report has been read.',
  audience:
    'Children and young people with special needs, and their parents and carers. Please answer together if you like.',
  minutes: 8,
  opensOn: dayFrom(today, -12),
  closesOn: dayFrom(today, 26),
  outcomeOn: dayFrom(today, 82),
  retentionMonths: 12,
  people: [quillan, hallowby],
});

const survey: DemoConsultation['survey'] = {
  format: 1,
  editions: inEditions.start,
  questions: inEditions.questions([
    {
      id: 'q1',
      kind: 'information',
      ask: 'Before you begin',
      body: 'A club is a place where children meet after school to do something they like.\n\nThere are no wrong answers. You can leave out any question.',
    },
    { id: 'q2', kind: 'who-is-answering', ask: 'Who is answering?', important: true },
    {
      id: 'q3',
      kind: 'choose-one',
      ask: 'Do you, or does your child, go to a club after school?',
      important: true,
      options: [
        { id: 'a', words: 'Yes' },
        { id: 'b', words: 'Not now, but before' },
        { id: 'c', words: 'No, never' },
      ],
      next: [{ when: { q: 'q3', anyOf: ['c'] }, to: 'q7' }],
    },
    {
      id: 'q4',
      kind: 'faces',
      ask: 'How do you, or does your child, feel at the club?',
    },
    {
      id: 'q5',
      kind: 'items',
      ask: 'How much do you agree? At the club,',
      options: [
        { id: 'a', words: 'the staff know how to help.' },
        { id: 'b', words: 'there is a quiet place to go to.' },
        { id: 'c', words: 'getting there and home is easy.' },
      ],
    },
    {
      id: 'q6',
      kind: 'date',
      ask: 'When did the club begin, or end, for you?',
      hint: 'Your best guess is fine.',
      precision: 'month',
      bins: 'year',
    },
    {
      id: 'q7',
      kind: 'choose-many',
      ask: 'What gets in the way of going to a club?',
      options: [
        { id: 'a', words: 'There is none near us' },
        { id: 'b', words: 'It costs too much' },
        { id: 'c', words: 'The staff are not trained to help' },
        { id: 'd', words: 'We cannot get there or home' },
        { id: 'e', words: 'It is too loud or too busy' },
      ],
      none: true,
    },
    {
      id: 'q8',
      kind: 'top-three',
      ask: 'Which three clubs should we start first?',
      important: true,
      options: [
        { id: 'a', words: 'Swimming' },
        { id: 'b', words: 'Football' },
        { id: 'c', words: 'Painting' },
        { id: 'd', words: 'Music' },
        { id: 'e', words: 'Cooking' },
        { id: 'f', words: 'Video games' },
      ],
    },
    { id: 'q9', kind: 'agreement', ask: 'A club is more fun when brothers, sisters and friends can come too.' },
    {
      id: 'q10',
      kind: 'number',
      ask: 'How many hours a week would be right?',
      hint: 'Your best guess is fine.',
      min: 0,
      max: 40,
      unit: 'hours',
      bins: [1, 2, 4],
    },
    {
      id: 'q11',
      kind: 'area',
      ask: 'Where do you live?',
      hint: 'Only the first half of your postcode, such as BK1. We never keep the whole.',
      bins: ['BK1', 'BK2', 'BK3', 'BK4'],
    },
    { id: 'q12', kind: 'short-text', ask: 'What would you call a new club?', hint: 'A few words are enough.' },
    {
      id: 'q13',
      kind: 'long-text',
      ask: 'What else should we know?',
      hint: 'Please leave out names.',
      important: true,
      limit: 10_000,
    },
  ]),
  about: {
    why: 'We want to know whether we heard from children of every age and with different needs.',
    breakdown: 'q20',
    questions: inEditions.questions([
      {
        id: 'q20',
        kind: 'choose-one',
        ask: 'How old is the child or young person?',
        options: [
          { id: 'a', words: 'Under 5' },
          { id: 'b', words: '5 to 10' },
          { id: 'c', words: '11 to 15' },
          { id: 'd', words: '16 to 25' },
        ],
        preferNot: true,
      },
      {
        id: 'q21',
        kind: 'choose-many',
        ask: 'What does the child or young person need help with?',
        options: [
          { id: 'a', words: 'Talking and understanding' },
          { id: 'b', words: 'Learning' },
          { id: 'c', words: 'Feelings and getting on with others' },
          { id: 'd', words: 'Moving, seeing or hearing' },
        ],
        preferNot: true,
      },
    ]),
  },
};

const profile: DemoProfile = {
  responses: 64,
  channels: { online: 52, paper: 8, event: 4 },
  editions: { plain: 38, easy: 9, child: 11, ur: 6 },
  contacts: { email: 21, post: 3, phone: 1 },
  mayQuote: 70,
  answers: {
    q2: { weights: { parent: 45, young: 25, together: 12, helped: 9, professional: 9 }, skip: 0 },
    q3: { weights: { a: 40, b: 25, c: 35 }, skip: 3 },
    q7: { chances: { a: 45, b: 25, c: 38, d: 34, e: 30, none: 12 }, skip: 4 },
    q9: { weights: { 1: 34, 2: 26, 3: 10, 4: 10, 5: 10, ns: 10 }, skip: 2 },
    q12: {
      comments: [
        { key: 'name-1', words: 'The Otters', who: 'young' },
        { key: 'name-2', words: 'Splash and Dash', who: 'young' },
        { key: 'name-3', words: 'Quiet Crew', who: 'parent' },
      ],
    },
    q13: {
      comments: [
        {
          key: 'more-1',
          words: 'My daughter would love to swim but the changing rooms echo and the lights buzz.',
          who: 'parent',
        },
        { key: 'more-2', words: 'i want to come with my best friend', who: 'young' },
        {
          key: 'more-3',
          words: 'The taxi leaves at 3.30, so nobody on school transport can ever stay for a club.',
          who: 'parent',
          times: 6,
        },
        {
          key: 'more-4',
          words: 'Please tell us before something changes. Surprises are the hard part.',
          who: 'together',
        },
      ],
    },
  },
};

/** Every kind of question but pictures, in Easy Read with drawings, children's words, Welsh, Polish and Urdu, with a branch. */
export const clubs = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'clubs',
  shows: 'open, in every edition of words',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -16),
  survey,
  pictures: clubsPictures,
  profile,
});
