import type { DemoComment, DemoTheme } from './types.ts';

export const assessmentThemes: DemoTheme[] = [
  {
    key: 'where',
    name: 'Where am I in the queue?',
    summary: 'Months without a word. Families do not know if they are still on the list.',
  },
  {
    key: 'while',
    name: 'Help while we wait',
    summary: 'Help with sleep, school and behaviour should not need a diagnosis first.',
  },
  {
    key: 'long',
    name: 'The wait is too long',
    summary: 'A year is a large part of a small child’s life.',
  },
  {
    key: 'school',
    name: 'Schools that say wait and see',
    summary: 'Some schools do nothing until there is a letter, though they need not wait for it.',
  },
  {
    key: 'order',
    name: 'Who goes first',
    summary: 'Some want the hardest cases first. Others say that this is unfair to quiet children.',
  },
];

const all: DemoComment[] = [
  { key: 'w1', words: 'Nobody wrote to us for eleven months. I rang and they had lost the form.', themes: ['where'] },
  { key: 'w2', words: 'Just tell us where we are in the queue.', themes: ['where'], times: 8 },
  {
    key: 'w3',
    words: 'Even a text once in three months that says you are still on the list.',
    themes: ['where'],
    times: 3,
  },
  { key: 'w4', words: 'When I order a pair of shoes I know more about where they are.', themes: ['where'] },
  { key: 'w5', words: 'I stopped going away at weekends in case the letter came.', themes: ['where'] },
  { key: 'w6', words: 'My mum cries when the post comes and it is not there.', who: 'young', themes: ['where'] },
  {
    key: 'h1',
    words: 'We needed help with sleep, not with a label. Nobody had any until the label came.',
    themes: ['while'],
  },
  { key: 'h2', words: 'A group with other parents who wait.', themes: ['while'], times: 4 },
  { key: 'h3', words: 'The nurse who rang us back was wonderful. One call and I could breathe.', themes: ['while'] },
  { key: 'h4', words: 'Do not send me on a parenting course. I have brought up three others.', themes: ['while'] },
  { key: 'h5', words: 'The parenting course was the best thing that we did.', themes: ['while'] },
  {
    key: 'h6',
    words: 'Someone to ring at eight in the evening, when he is asleep at last.',
    themes: ['while'],
    times: 2,
  },
  {
    key: 'h7',
    words: 'Tell me what it might mean. I looked it up by myself and got scared.',
    who: 'young',
    themes: ['while'],
  },
  { key: 't1', words: 'He was three when we asked. He will be five.', themes: ['long'] },
  { key: 't2', words: 'Too long.', themes: ['long'], times: 6 },
  { key: 't3', words: 'We paid for it ourselves in the end and are still paying it off.', themes: ['long'] },
  { key: 't4', words: 'She left school before anyone saw her.', themes: ['long', 'school'] },
  { key: 't5', words: 'I waited so long that I had to start again with the adults.', who: 'young', themes: ['long'] },
  { key: 't6', words: 'I would rather wait longer and have it done well.', themes: ['long'] },
  {
    key: 's1',
    words: 'School said that they can do nothing without a diagnosis. Is that even true?',
    themes: ['school'],
    times: 3,
  },
  { key: 's2', words: 'Tell all schools in one letter that they do not have to wait.', themes: ['school'], times: 2 },
  {
    key: 's3',
    words: 'We support first and ask for papers later. More schools could.',
    who: 'professional',
    themes: ['school'],
  },
  { key: 's4', words: 'His teacher is fantastic and acts as if he had the letter already.', themes: ['school'] },
  { key: 'o1', words: 'Children who cannot go to school should be first.', themes: ['order'], times: 2 },
  { key: 'o2', words: 'My daughter is quiet, so she is always last. Please keep to the order.', themes: ['order'] },
  { key: 'o3', words: 'Those who shout get seen sooner. That is not fair on families who cannot.', themes: ['order'] },
  { key: 'o4', words: 'If you let people jump, say how you choose.', who: 'professional', themes: ['order'] },
  { key: 'x1', words: 'The two people who saw him were patient and kind. Thank you.', times: 3 },
  { key: 'x2', words: 'The room had toys for babies. I was 15.', who: 'young' },
  { key: 'x3', words: 'The report has 14 pages and I understood two.', themes: ['while'] },
];

/** Parents wrote those that name nobody else. */
export const assessmentComments: DemoComment[] = all.map(comment => ({ who: 'parent', ...comment }));
