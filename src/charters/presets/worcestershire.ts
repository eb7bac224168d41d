import type { Charter } from '../charter.ts';
import { scopes } from './scopes.ts';

const sources = {
  communicate: 'Worcestershire’s SEND Charter, ‘Communicate…’',
  confidential: 'Worcestershire’s SEND Charter, ‘Respect confidential information…’',
  honour: 'Worcestershire’s SEND Charter, ‘Honour work commitments…’',
  views: 'Worcestershire’s SEND Charter, ‘Ensure that the views…’',
  declare: 'Worcestershire’s SEND Charter, ‘Declare issues…’',
  everyone: 'Worcestershire’s SEND Charter, the closing list',
};

const group = (name: string, source: string, rows: [id: string, name: string, words: string][]) =>
  rows.map(([id, short, words]) => ({ id, group: name, name: short, words, source }));

/** Worcestershire's SEND Charter in our own plain sentences. The ladder's meanings are ours: its appendix is a picture. */
export const worcestershire: Charter = {
  id: 'worcestershire',
  name: 'Worcestershire’s SEND Charter',
  source:
    'Worcestershire’s SEND Charter, by Families in Partnership and the partners of Worcestershire’s SEND Improvement Board, in our words',
  rungs: [
    {
      id: 'information-only',
      name: 'Information only',
      meaning: 'We tell you what is happening. We are not asking for your views this time.',
    },
    {
      id: 'consultation',
      name: 'Consultation',
      meaning: 'We have ideas or choices. We ask what you think of them before anything is decided.',
    },
    {
      id: 'partnership',
      name: 'Partnership',
      meaning: 'Families and professionals work on it together and agree what to propose.',
    },
    {
      id: 'co-production',
      name: 'Co-production',
      meaning: 'Families and professionals are equals from the first idea to the last step, and share the decisions.',
    },
  ],
  commitments: [
    ...group('Clear communication', sources.communicate, [
      ['W01', 'Plain English', 'We write so that everyone understands, and we spell out short forms.'],
      ['W02', 'Your format', 'We agree how to send things to you. If email does not work, you get another format.'],
      ['W03', 'No guessing', 'We explain the topic from the start and never expect you to know it already.'],
      [
        'W04',
        'A person to contact',
        'Each partner names one person who talks parent representatives through the work first.',
      ],
      ['W18', 'Private addresses', 'We never show your email address to other families.'],
    ]),
    ...group('Respect for what is private', sources.confidential, [
      ['W05', 'How private it is', 'Before you answer, we tell you how private it is and who will read it.'],
      ['W06', 'What you may pass on', 'Each paper says whether you may show it to others.'],
      ['W07', 'Social media', 'We post on social media only what we all agreed to post.'],
    ]),
    ...group('Keeping our word', sources.honour, [
      ['W08', 'How much say you have', 'We decide first how much say families have, and we tell you why.'],
      ['W09', 'Who does what', 'Each piece of work starts with a plan: who does what, by when, and who checks.'],
      ['W10', 'What we hope for', 'We write down what should come of the work, and look again as it goes on.'],
      ['W12', 'Clear dates', 'You know every date before the work begins.'],
      ['W15', 'Saying why', 'When we cannot do what we promised, we say so and give the reason.'],
      [
        'W21',
        'Times that suit families',
        'We do not meet at the start or end of the school day, and rarely in the holidays.',
      ],
      ['W22', 'Papers in time', 'You have the papers a week before we meet.'],
      [
        'W23',
        'Meetings that keep to time',
        'We start and finish when we said. Someone who cannot come sends another person.',
      ],
    ]),
    ...group('Your views, truly told', sources.views, [
      [
        'W11',
        'The forum first',
        'We ask the parent carer forum first. If it cannot help, it tells us and we look elsewhere.',
      ],
      ['W13', 'A reply in time', 'After we close, we thank you for your answers within 10 working days.'],
      ['W14', 'You said, we did', 'We show you what people said, what we did about it and what has changed.'],
      ['W19', 'Reaching other groups', 'The forum passes news to other parent groups, or tells us when it could not.'],
      [
        'W20',
        'What you really said',
        'What we publish matches what parents and carers told us, with nothing left out.',
      ],
    ]),
    ...group('Fair decisions', sources.declare, [
      ['W16', 'Nothing hidden', 'People say when they stand to gain from a decision, and then they do not make it.'],
      ['W17', 'Who is in the room', 'We tell you which professionals take part and what each of them does.'],
    ]),
    ...group('How we treat each other', sources.everyone, [
      ['W24', 'Honest and open', 'We tell the truth about how well we work together and answer for our part.'],
      ['W25', 'Learning together', 'We learn from one another, and look back each year at what could be better.'],
    ]),
  ],
  clocks: {
    acknowledgementWorkingDays: 10,
    papersDays: 7,
    source: 'Both numbers of days are in the charter.',
  },
  scopes,
  forums: [{ id: 'parent-carer-forum', name: 'the parent carer forum', speaksFor: 'parents and carers' }],
};
