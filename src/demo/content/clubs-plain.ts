import type { Words } from './clubs-editions.ts';

/** Easy Read: short sentences, one idea each. */
export const easyWords: Words = {
  q1: {
    ask: 'Good to know',
    body: 'You can get help to answer.\n\nThere are no wrong answers.\n\nYou can miss out any question.',
  },
  q2: { ask: 'Who is answering?' },
  q3: {
    ask: 'Do you or your child go to a club after school?',
    options: { a: 'Yes', b: 'Before, but not now', c: 'No' },
  },
  q4: { ask: 'How do you or your child feel at the club?' },
  q5: {
    ask: 'Do you agree? At the club,',
    options: {
      a: 'staff know how to help.',
      b: 'there is a quiet place.',
      c: 'it is easy to get there and home.',
    },
  },
  q6: { ask: 'When did you or your child start at the club?', hint: 'You can guess.' },
  q7: {
    ask: 'What makes it hard to go to a club?',
    options: {
      a: 'No club is near us',
      b: 'It costs too much',
      c: 'Staff do not know how to help',
      d: 'It is hard to get there or home',
      e: 'It is too noisy or busy',
    },
  },
  q8: { ask: 'Pick three clubs to start first.' },
  q9: { ask: 'Do you agree? Clubs are more fun with family and friends.' },
  q10: { ask: 'How many hours each week is right?', hint: 'You can guess.', unit: 'hours' },
  q11: { ask: 'Where do you live?', hint: 'Write the first part of your postcode, like BK1.' },
  q12: { ask: 'Think of a name for a new club.', hint: 'A few words are enough.' },
  q13: { ask: 'What else do you want to tell us?', hint: 'Please do not write names.' },
  q20: { ask: 'How old is the child or young person?' },
  q21: {
    ask: 'What does the child or young person need help with?',
    options: {
      a: 'Talking and understanding',
      b: 'Learning',
      c: 'Feelings and friends',
      d: 'Moving, seeing or hearing',
    },
  },
};

/** For children: to them, in their words. */
export const childWords: Words = {
  q1: { ask: 'Hello', body: 'This is about clubs after school.\n\nThere are no wrong answers. You can skip anything.' },
  q2: { ask: 'Who are you?' },
  q3: { ask: 'Do you go to a club after school?', options: { a: 'Yes', b: 'I used to', c: 'No' } },
  q4: { ask: 'How do you feel when you are there?' },
  q5: {
    ask: 'Is this true for you? At my club,',
    options: { a: 'the grown-ups know how to help me.', b: 'there is a quiet place.', c: 'getting there is easy.' },
  },
  q6: { ask: 'When did you start?', hint: 'A guess is fine.' },
  q7: {
    ask: 'What makes it hard to go to a club?',
    options: {
      a: 'There is no club near me',
      b: 'It costs a lot',
      c: 'The grown-ups do not know how to help',
      d: 'I can’t get there or home',
      e: 'It is too loud',
    },
  },
  q8: { ask: 'Which three clubs would be the most fun?' },
  q9: { ask: 'A club is more fun when my friends come too.' },
  q10: { ask: 'How many hours of club would you like in a week?', hint: 'A guess is fine.', unit: 'hours' },
  q11: {
    ask: 'Where do you live?',
    hint: 'Just the first part of your postcode. Ask a grown-up if you don’t know it.',
  },
  q12: { ask: 'What would you call your club?', hint: 'Make it fun.' },
  q13: { ask: 'Tell us anything else.', hint: 'Please leave out names.' },
  q20: { ask: 'How old are you?' },
  q21: { ask: 'What do you need a bit of help with?' },
};
