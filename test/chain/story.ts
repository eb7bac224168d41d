import type { Name } from '../support/keys.ts';

// What the officer writes and what families answer. One place, so that each step can be read against it.

export const title = 'Short breaks: what should change?';

/** The days of the story; W13's own example: what closes on 14 December 2026 is acknowledged by 30 December. */
export const days = {
  planned: '2026-11-22',
  opens: '2026-11-23',
  closes: '2026-12-14',
  afterClose: '2026-12-15',
  replyBy: 'Wednesday 30 December',
  decided: '2027-01-20',
  decideBy: '2027-01-29',
  promisedFor: '2027-04-30',
  done: '2027-03-10',
};

/** The plan's boxes, in their order. */
export const planWords: readonly (readonly [label: Name, words: string])[] = [
  ['What it is for', 'We want short breaks that more families can use.'],
  ['Who it is for', 'Families of children who use short breaks.'],
  ['Background in brief', 'A short break is time away for a child, so that the family can rest.'],
  ['What can change', 'Where and when short breaks happen.'],
  ['What cannot change', 'The budget for this year.'],
];

/** `wrong` is what is typed first, and `problem` what the page then says. */
export type Answered =
  | { radio: string }
  | { boxes: string[] }
  | { words: string }
  | { wrong: string; problem: string; words: string }
  | { day: string }
  | 'nothing to do';

/** A question as the officer writes it (kind, boxes, dates and choices of its edit page) and as a family answers it. */
export type Asked = {
  kind: string;
  ask: string;
  boxes: readonly (readonly [label: Name, words: string])[];
  family: Answered;
};

const options = (...words: string[]) => ['The answers, one a line', words.join('\n')] as const;

export const questions: readonly Asked[] = [
  {
    kind: 'Something to read',
    ask: 'What a short break is',
    boxes: [['What people read', 'A club, a day out or a night away.']],
    family: 'nothing to do',
  },
  { kind: 'Who is answering', ask: 'Who is answering?', boxes: [], family: { radio: 'A parent or carer' } },
  {
    kind: 'Choose one',
    ask: 'How easy is it to find out about short breaks?',
    boxes: [options('Easy', 'Hard', 'Very hard')],
    family: { radio: 'Hard' },
  },
  {
    kind: 'How much people agree',
    ask: 'Short breaks fit what my child likes.',
    boxes: [],
    family: { radio: 'Disagree' },
  },
  {
    kind: 'Choose as many as fit',
    ask: 'What would help?',
    boxes: [options('More weekends', 'Places nearer home', 'Help with travel')],
    family: { boxes: ['More weekends', 'Help with travel'] },
  },
  {
    kind: 'A number',
    ask: 'How many hours a month would you use?',
    boxes: [],
    family: { wrong: 'twelve', problem: 'Write a whole number in figures, like 2', words: '12' },
  },
  { kind: 'A date', ask: 'When did you last have one?', boxes: [], family: { day: '2026-03-27' } },
  { kind: 'A line of words', ask: 'Where do you look first?', boxes: [], family: { words: 'The school office' } },
  {
    kind: 'Words over several lines',
    ask: 'What should we change first?',
    boxes: [],
    family: { words: 'Tell us where the clubs are.' },
  },
];

/** What the record holds of a family that gives every answer above and lets its words be quoted. */
export const record = {
  q2: 'parent',
  q3: 'd',
  q4: '4',
  q5: ['c', 'e'],
  q6: 12,
  q7: '2026-03-27',
  q8: 'The school office',
  q9: 'Tell us where the clubs are.',
  quote: 'yes',
};

/** Everybody else, as `[q3, q9]`; null is skipped. With the families above: Easy 7, Hard 9, Very hard 5, not sure 5, skipped 6. */
export const others: readonly (readonly [string | null, string | null])[] = [
  ...Array.from({ length: 6 }, () => ['c', null] as const),
  ...Array.from({ length: 3 }, () => ['d', null] as const),
  ...Array.from({ length: 5 }, () => ['d', 'Nobody tells us which clubs there are.'] as const),
  ...Array.from({ length: 5 }, () => ['e', null] as const),
  ...Array.from({ length: 5 }, () => ['ns', null] as const),
  ...Array.from({ length: 5 }, () => [null, null] as const),
];

export const families = { first: 'ann@home.example', second: 'bea@home.example' };

export const theme = 'Hard to find out';
export const change = {
  title: 'One list of every club',
  first: 'The list is written',
  second: 'The list is on paper too',
};
export const outcome = {
  heading: 'Finding out',
  said: 'It is hard to find out which short breaks there are.',
  will: 'We will put every club on one list.',
  done: 'Every club is on one list.',
  owner: 'Rowan Hale, short breaks lead',
};
