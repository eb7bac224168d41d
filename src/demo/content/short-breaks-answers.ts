import type { DemoComment, DemoProfile } from './types.ts';

const comments: DemoComment[] = [
  { key: 's1', words: 'The Saturday club is the best part of his week. Please do not touch it.' },
  { key: 's2', words: 'I only found out about holiday clubs from another mum in the playground. By then it was full.' },
  { key: 's3', words: 'One website where you can see what has spaces. At the moment I ring six numbers.' },
  { key: 's4', words: 'Staff need to know how to feed by tube. We have been turned away twice.' },
  { key: 's5', words: 'Half an hour each way for a two-hour club is not a break. Something nearer, please.' },
  { key: 's6', words: 'I want to go on my own without my mum. And I want to choose what we do.', who: 'young' },
  { key: 's7', words: 'Sleepovers changed our lives. We sleep one night a month and it is enough to carry on.' },
  { key: 's8', words: 'The summer is six weeks. We got three days. I used all my leave.' },
  { key: 's9', words: 'More for teenagers. Everything stops at 12, just when it gets harder.', times: 2 },
  { key: 's10', words: 'Not a club. My son cannot do groups. We need one person who knows him to come to us.' },
  {
    key: 's11',
    words: 'Bookings open at 9 am on a Monday, when I am driving to school. Every time it has gone by 9.20.',
  },
  { key: 's12', words: 'More holiday places please.', times: 4 },
  { key: 's13', words: 'We are happy. The staff at our club are kind and they listen.' },
  { key: 's14', words: 'I like swimming there. It is too loud in the big hall.', who: 'young' },
  { key: 's15', words: 'Please ask dads too. Nobody has ever asked me what would help.' },
  { key: 's16', words: 'As a foster carer I never know what he is entitled to. The letters go to the wrong place.' },
  { key: 's17', words: 'The forms ask the same things every year. Nothing about her has changed.', times: 2 },
  { key: 's18', words: 'Weekends matter more than holidays for us, because we both work in the week.' },
  {
    key: 's19',
    words: 'Families I work with give up after the second form. Short breaks should start with a visit.',
    who: 'professional',
  },
  { key: 's20', words: 'I would rather have money to arrange it myself than a place I cannot use.' },
  { key: 's21', words: 'Do not give us money, give us places. I have no energy left to employ somebody.' },
  { key: 's22', words: 'My brother should be able to come sometimes.', who: 'young' },
  { key: 's23', words: 'Our language is Urdu. A paper in Urdu would have helped my mother, who looks after him.' },
  { key: 's24', words: 'It took 40 weeks from asking to the first visit.' },
];

/** Shares that leave no small numbers: the board sees every question. */
export const shortBreaksProfile: DemoProfile = {
  responses: 148,
  channels: { online: 112, paper: 18, phone: 6, event: 12 },
  contacts: { email: 83, post: 9, phone: 6 },
  mayQuote: 60,
  unusual: 24,
  answers: {
    q1: { weights: { parent: 92, together: 16, young: 17, helped: 10, professional: 13 }, skip: 0 },
    q2: { chances: { a: 44, b: 36, c: 16, d: 21, none: 19 }, skip: 0 },
    q3: { weights: { a: 12, b: 30, c: 58, d: 38, ns: 10 }, skip: 0 },
    q4: {
      weights: {
        '2': 9,
        '4': 12,
        '6': 16,
        '8': 12,
        '10': 14,
        '12': 18,
        '16': 10,
        '20': 11,
        '26': 13,
        '40': 7,
        '52': 4,
      },
      skip: 15,
    },
    q5: { weights: { '1': 10, '2': 30, '3': 24, '4': 46, '5': 28, ns: 10 }, skip: 0 },
    q6: { weights: { a: 52, b: 24, c: 31, d: 27, ns: 14 }, skip: 0 },
    q7: { comments },
  },
};
