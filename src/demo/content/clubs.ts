import { clubsProfile } from './clubs-answers.ts';
import { inEditions } from './clubs-editions.ts';
import { clubsPictures } from './clubs-pictures.ts';
import { council, dayFrom, hallowby, notYet, publicReport, quillan } from './shared.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

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

const survey = (today: string): DemoConsultation['survey'] => ({
  format: 1,
  editions: inEditions.start,
  questions: inEditions.questions([
    {
      id: 'q1',
      kind: 'information',
      ask: 'What is a club?',
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
      next: [
        { when: { q: 'q3', anyOf: ['b'] }, to: 'q6' },
        { when: { q: 'q3', anyOf: ['c'] }, to: 'q7' },
      ],
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
      ask: 'When did you, or your child, start at the club?',
      hint: 'Your best guess is fine.',
      precision: 'month',
      min: '2005-01-01',
      max: dayFrom(today, 26),
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
      hint: 'We never keep your whole postcode.',
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
});

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
  survey: survey(today),
  pictures: clubsPictures,
  profile: clubsProfile,
});
