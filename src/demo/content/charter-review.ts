import { worcestershire } from '../../charters/presets/index.ts';
import type { Commitment } from '../../charters/charter.ts';
import type { Question } from '../../surveys/definition.ts';
import { charterProfile } from './charter-review-answers.ts';
import { council, dayFrom, hallowby, kit, notYet, publicReport, quillan } from './shared.ts';
import type { DemoConsultation, DemoPlan } from './types.ts';

const plan = (today: string): DemoPlan => ({
  ...council,
  ...publicReport,
  slug: 'our-send-charter',
  title: 'Our SEND charter: keep, change, add',
  purpose:
    'Our charter says how families and professionals work together. We ask which promises to keep, change or drop.',
  background:
    'SEND means special educational needs and disabilities. We borrowed our charter from Worcestershire three years ago, because families there helped to write it. It makes 25 promises. Here each one stands in our own words, with the place in the charter that it comes from. We keep a record of how often we kept our word, and you can read it.',
  canChange: 'Every promise: we can keep it, change its words or drop it. We can add new ones.',
  cannotChange: 'What the law asks of us. A promise cannot be weaker than the law.',
  level: 'co-production',
  levelReason: 'A promise between partners has to be written by all of them. The forums chose the questions with us.',
  scope: 'strategic',
  whoDecides: 'The partnership board decides. Both forums have a vote on it.',
  audience: 'Families, young people and the people who work with them.',
  minutes: 15,
  opensOn: dayFrom(today, -13),
  closesOn: dayFrom(today, 22),
  outcomeOn: dayFrom(today, 96),
  retentionMonths: 36,
  people: [
    quillan,
    hallowby,
    kit,
    {
      name: 'Joan Kettleby',
      role: 'Partnership co-ordinator, Brackenshire County Council',
      why: 'Will write the new charter from what you say.',
    },
  ],
});

const aboutCommitment = ({ words, source }: Commitment, index: number): Question => ({
  id: `q${index + 3}`,
  kind: 'choose-one',
  ask: `‘${words}’ Should this promise stay?`,
  hint: source,
  options: [
    { id: 'keep', words: 'Keep it' },
    { id: 'change', words: 'Change it' },
    { id: 'drop', words: 'Drop it' },
  ],
  notSure: true,
});

const before: Question[] = [
  {
    id: 'q1',
    kind: 'information',
    ask: 'How this works',
    body: 'You will see 25 promises, one on each page.\n\nSay if we should keep it, change it or drop it. You can skip any of them and stop at any time.\n\nAt the end you can tell us what to change and what to add.',
  },
  { id: 'q2', kind: 'who-is-answering', ask: 'Who is answering?' },
];

const after: Question[] = [
  {
    id: 'q28',
    kind: 'long-text',
    ask: 'Which promise would you change, and how?',
    hint: 'Your own words are best.',
    limit: 3000,
  },
  { id: 'q29', kind: 'long-text', ask: 'What would you add to the charter?', limit: 3000 },
  {
    id: 'q30',
    kind: 'long-text',
    ask: 'When did we keep our word to you, or break it?',
    hint: 'Please leave out names.',
    limit: 3000,
  },
];

/** The real charter of Worcestershire, asked about one commitment at a time. */
export const charterReview = (today: string): DemoConsultation => ({
  ...notYet,
  key: 'charter-review',
  shows: 'open',
  organisation: 'council',
  createdBy: 'officer',
  team: ['officer'],
  plan: plan(today),
  publishedOn: dayFrom(today, -17),
  survey: { format: 1, questions: [...before, ...worcestershire.commitments.map(aboutCommitment), ...after] },
  profile: charterProfile,
});
