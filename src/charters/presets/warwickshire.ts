import type { Charter } from '../charter.ts';
import { scopes } from './scopes.ts';

const charterName = 'Working Together Charter for Warwickshire SEND';
const pointer = (place: string) => `${charterName}, ‘${place}’`;

const group = (name: string, source: string, rows: [id: string, name: string, words: string][]) =>
  rows.map(([id, short, words]) => ({ id, group: name, name: short, words, source }));

/** The Working Together Charter for Warwickshire SEND in our own plain sentences, without its signatures. */
export const warwickshire: Charter = {
  id: 'warwickshire',
  name: charterName,
  source:
    'Working Together Charter for Warwickshire SEND, by the council, the NHS, the parent carer forum and the young people’s forum, in our words',
  rungs: [
    {
      id: 'information',
      name: 'Information',
      meaning: 'We tell you about services and about what is going to be different.',
    },
    {
      id: 'consultation',
      name: 'Consultation',
      meaning: 'We are thinking about a change and ask what you think of it.',
    },
    {
      id: 'engagement',
      name: 'Engagement',
      meaning: 'We talk with you about how things are for you, and try out ideas together.',
    },
    {
      id: 'co-design',
      name: 'Co-design',
      meaning: 'We shape the plan with you, so that your ideas can be found in the result.',
    },
    {
      id: 'co-production',
      name: 'Co-production',
      meaning: 'Everyone brings what they know, does the work together and shares in the decision.',
    },
  ],
  commitments: [
    ...group('A kind welcome', pointer('Welcome and Care'), [
      ['K01', 'A safe, friendly place', 'You are welcome here, and we look after how you feel while you take part.'],
      ['K02', 'Who is who', 'You learn who everyone is, what they do and why they came.'],
      ['K03', 'A clear reason', 'We tell you what it is for, what can change and what cannot.'],
      ['K04', 'What it takes', 'We tell you how long it takes and what we ask of you before you begin.'],
      ['K05', 'The right people, early', 'At the very start we work out which people it touches, and reach them.'],
      ['K06', 'Times and places that suit', 'We choose times, places and ways of meeting that families can manage.'],
    ]),
    ...group('Clear and kind words', pointer('Communicate'), [
      ['K07', 'Kind replies', 'Our replies are helpful and warm, also when we do not agree.'],
      ['K08', 'Keeping things private', 'We keep private what we said we would, and tell you what may be passed on.'],
      ['K09', 'Easy to understand', 'You can read it, hear it or see it in a form that works for you.'],
      ['K12', 'In the open', 'Anyone can see what we are doing, why, and how far we have come.'],
    ]),
    ...group('Every voice counts', pointer('Value and Include'), [
      [
        'K10',
        'Finding who is missing',
        'While there is still time, we look for people we have not heard from, and ask them.',
      ],
      ['K11', 'All views welcome', 'Each person’s view matters, and we show those that differ from our decision.'],
      ['K13', 'Information in time', 'Nobody has to chase us: what you need reaches you before you need it.'],
    ]),
    ...group('Working as partners', pointer('Work in Partnership'), [
      ['K14', 'Named partners', 'The forums for parents and for young people are partners of the council and the NHS.'],
      ['K15', 'Planning it together', 'Families help to plan how they take part before anything opens.'],
      ['K16', 'Life and training', 'What families live through counts as much as what professionals learned.'],
      ['K17', 'Thanking partners', 'We name those who worked with us, and show a logo only with their yes.'],
      ['K18', 'Decisions explained', 'We may not all get what we hoped for. You will know what was decided and why.'],
    ]),
    ...group('Who decides', pointer('Level of Involvement'), [
      ['K19', 'The right level', 'We say if it is about everyone, one service or one person, and who decides.'],
      [
        'K20',
        'How we work with you',
        'We say if we inform, ask, talk, design or decide with you: they are not the same.',
      ],
    ]),
    ...group('Standing by it', pointer('Commitment'), [
      ['K21', 'Your own promise', 'Every person and organisation can sign up in words of their own.'],
      ['K22', 'What the law says', 'We tell you what the law asks of us when families take part.'],
    ]),
  ],
  clocks: {
    acknowledgementWorkingDays: 10,
    papersDays: 7,
    source: 'This charter names no number of days. These are suggestions, and can be edited.',
  },
  scopes,
  forums: [
    { id: 'parent-carer-forum', name: 'the parent carer forum', speaksFor: 'parents and carers' },
    { id: 'young-peoples-forum', name: 'the young people’s forum', speaksFor: 'children and young people' },
  ],
};
