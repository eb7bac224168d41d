import { dayFrom } from './shared.ts';
import type { DemoOutcome, DemoUpdate } from './types.ts';

const tarbeck = 'Owen Tarbeck, children’s therapies manager';

/** As they were published; `assessmentUpdates` tells what has changed since. */
export const assessmentOutcomes = (today: string): DemoOutcome[] => [
  {
    key: 'queue',
    heading: 'Where am I in the queue?',
    youSaid: 'Months went by without a word. You did not know if you were still on the list.',
    decision: 'will',
    words: 'We will write every three months, and you will be able to see online where you are.',
    why: 'Almost everybody asked for this. Letters can start at once. The page takes longer, because it has to be safe.',
    owner: tarbeck,
    dueOn: dayFrom(today, -50),
    doneOn: null,
    themes: ['where'],
    serviceChanges: ['assessment-queue'],
    quotes: ['q5/w4', 'q5/w6'],
  },
  {
    key: 'shorter',
    heading: 'The wait is too long',
    youSaid: 'A year is a large part of a small child’s life.',
    decision: 'will',
    words: 'Two more people will carry out assessments, so that the wait falls below 25 weeks.',
    why: 'We chose this before other plans for the money. It has to be done well, so we train both of them first.',
    owner: tarbeck,
    dueOn: dayFrom(today, -7),
    doneOn: null,
    themes: ['long'],
    serviceChanges: ['assessment-queue'],
    quotes: ['q5/t1', 'q5/t6'],
  },
  {
    key: 'while-waiting',
    heading: 'Help while we wait',
    youSaid: 'Help with sleep, school and behaviour should not need a diagnosis first.',
    decision: 'done',
    words: 'A nurse calls each family within four weeks. There is a group for parents who wait, in person and online.',
    why: 'You told us that one call changes a lot. The parenting course stays, but nobody has to take it.',
    owner: 'Thandi Corriebank, lead nurse',
    dueOn: dayFrom(today, -100),
    doneOn: dayFrom(today, -108),
    themes: ['while'],
    serviceChanges: [],
    quotes: ['q5/h3', 'q5/h4', 'q5/h5'],
  },
  {
    key: 'schools',
    heading: 'Schools that say wait and see',
    youSaid: 'Some schools do nothing until there is a letter.',
    decision: 'done',
    words:
      'The council and we wrote to every school: help must not wait for a diagnosis. You can show them the letter.',
    why: 'What you heard was wrong. Support follows what a child needs.',
    owner: 'Farah Quillan, participation officer',
    dueOn: dayFrom(today, -100),
    doneOn: dayFrom(today, -104),
    themes: ['school'],
    serviceChanges: [],
    quotes: ['q5/s1'],
  },
  {
    key: 'order',
    heading: 'Who goes first',
    youSaid: 'Some want the hardest cases first. Others say that this is unfair to quiet children.',
    decision: 'cannot',
    words: 'We cannot let some families go first because a school or a doctor presses for it.',
    why: 'Our doctors could not find a fair way to compare children on paper. So we keep to the date on which you asked. A child in danger is always seen at once.',
    owner: tarbeck,
    dueOn: null,
    doneOn: null,
    themes: ['order'],
    serviceChanges: [],
    quotes: ['q5/o2', 'q5/o1'],
  },
];

/** Two promises that were done after the page was published, the first of them late. */
export const assessmentUpdates = (today: string): DemoUpdate[] => [
  {
    on: dayFrom(today, -35),
    outcome: 'queue',
    change: {
      decision: 'done',
      words: 'You can now see online where you are in the queue. A letter still comes every three months.',
      why: 'You asked for this more than for anything else. It took two weeks longer than we said.',
      dueOn: dayFrom(today, -50),
      doneOn: dayFrom(today, -35),
    },
    reason: 'The first version could not be used with a screen reader, so we had it made again.',
  },
  {
    on: dayFrom(today, -12),
    outcome: 'shorter',
    change: {
      decision: 'done',
      words: 'Two more people now carry out assessments. The wait fell from 31 weeks to 22.',
      why: 'We chose this before other plans for the money. Our next goal is 18 weeks.',
      dueOn: dayFrom(today, -7),
      doneOn: dayFrom(today, -12),
    },
    reason: '',
  },
];
