import { worcestershire } from '../../charters/presets/index.ts';
import type { DemoAnswers, DemoComment, DemoProfile } from './types.ts';

const changes: DemoComment[] = [
  { key: 'c1', words: 'Ten working days is too long. My GP texts me back the same day.' },
  { key: 'c2', words: 'Ten working days is fine, but say it to us in dates. I do not count bank holidays.' },
  { key: 'c3', words: 'Papers a week before is not enough when you have three children. Make it two weeks.', times: 2 },
  { key: 'c4', words: 'Plain English is good. Add easy read, because my daughter wants to read it herself.' },
  { key: 'c5', words: 'Social media is where parents are. The rule is too strict.' },
  { key: 'c6', words: 'Keep the social media rule. I have seen what happens when things get shared.' },
  { key: 'c7', words: 'The forum cannot speak for all of us. Ask us directly as well.' },
  { key: 'c8', words: 'Do not put meetings in the evening either. That is bath, medicine and bed.' },
  { key: 'c9', words: 'I would like it to say young people, not only parents.', who: 'young' },
  { key: 'c10', words: 'Say what happens when a promise is broken. Saying why is a start, but then what?' },
];

const additions: DemoComment[] = [
  { key: 'a1', words: 'Pay parents for their time, or at least the bus and the childcare.', times: 3 },
  { key: 'a2', words: 'Nobody should have to tell their story twice.', times: 2 },
  { key: 'a3', words: 'Meet us where we are. Come to the youth club.', who: 'young' },
  { key: 'a4', words: 'A promise about interpreters, and sign language too.' },
  { key: 'a5', words: 'Say thank you. It costs nothing.' },
  { key: 'a6', words: 'New staff should learn the charter in their first week.', who: 'professional' },
  { key: 'a7', words: 'Tell us what other families said, so that we know we are not alone.' },
  { key: 'a8', words: 'Nothing. Do these ones first, then add more.' },
];

const stories: DemoComment[] = [
  { key: 's1', words: 'I answered two surveys last year and never heard a thing. This one wrote back.' },
  {
    key: 's2',
    words: 'The lady from the council rang me before the meeting and explained it all. I was not nervous any more.',
  },
  { key: 's3', words: 'You sent a mail with all our addresses in it. I have not forgotten that.' },
  {
    key: 's4',
    words: 'The transport page told us what you could not do, and why. I did not like it but I believed it.',
  },
  { key: 's5', words: 'Meeting moved three times. I had booked the day off each time.' },
  { key: 's6', words: 'They wrote down what I said, the way I said it.', who: 'young' },
];

/** What most people want to keep, with more wishes for change where families are least content. */
const leaning: Record<string, [keep: number, change: number, drop: number, notSure: number]> = {
  W07: [48, 26, 15, 11],
  W11: [46, 32, 11, 11],
  W13: [42, 44, 7, 7],
  W16: [66, 12, 6, 16],
  W19: [50, 22, 11, 17],
  W21: [55, 33, 6, 6],
  W22: [40, 45, 7, 8],
  W23: [56, 22, 12, 10],
};

const votes = worcestershire.commitments.map(({ id }, index): [string, DemoAnswers] => {
  const [keep, change, drop, ns] = leaning[id] ?? [74, 12, 7, 7];
  return [`q${index + 3}`, { weights: { keep, change, drop, ns }, skip: 8 }];
});

export const charterProfile: DemoProfile = {
  responses: 96,
  channels: { online: 79, paper: 8, event: 9 },
  contacts: { email: 51, post: 4, phone: 2 },
  mayQuote: 70,
  answers: {
    q2: { weights: { parent: 52, together: 9, young: 14, helped: 7, professional: 14 }, skip: 0 },
    ...Object.fromEntries(votes),
    q28: { comments: changes },
    q29: { comments: additions },
    q30: { comments: stories },
  },
};
