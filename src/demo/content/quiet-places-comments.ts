import type { DemoComment, DemoTheme } from './types.ts';

export const quietThemes: DemoTheme[] = [
  {
    key: 'not-punishment',
    name: 'A quiet place is not a punishment',
    summary: 'Pupils are sent to the same room when they are in trouble. So they stay away when they need it.',
  },
  {
    key: 'ask-nobody',
    name: 'Going without having to explain',
    summary: 'A card or a sign helps more than asking in front of the whole class.',
  },
  {
    key: 'people',
    name: 'People matter more than things',
    summary: 'A kind adult who knows the pupil does more than lights and cushions.',
  },
  {
    key: 'lunch',
    name: 'Lunch is the hardest time',
    summary: 'Dining halls are loud, they smell, and there is nowhere else to go.',
  },
  {
    key: 'against',
    name: 'Worries about a separate room',
    summary: 'Some fear that pupils will spend their days apart, and that classrooms will not change.',
  },
];

const all: DemoComment[] = [
  {
    key: 'n1',
    words: 'Our quiet room is also where you go when you hit someone. So my son will not use it.',
    themes: ['not-punishment'],
  },
  { key: 'n2', words: 'It should not be next to the head teacher’s office.', themes: ['not-punishment'], times: 2 },
  {
    key: 'n3',
    words: 'I got sent there for shouting. Now when I go people say what did you do.',
    who: 'young',
    themes: ['not-punishment'],
  },
  { key: 'n4', words: 'Please take the word isolation off the door.', themes: ['not-punishment'] },
  { key: 'n5', words: 'She asked me if the quiet room was jail. She is six.', themes: ['not-punishment'] },
  {
    key: 'k1',
    words: 'A card on my desk. I turn it to red and I can go. Nobody asks why.',
    who: 'young',
    themes: ['ask-nobody'],
    times: 2,
  },
  {
    key: 'k2',
    words: 'If you have to put your hand up and say it out loud, it is too late.',
    who: 'young',
    themes: ['ask-nobody'],
  },
  { key: 'k3', words: 'Supply teachers do not know about the pass and say no.', themes: ['ask-nobody'], times: 3 },
  {
    key: 'k4',
    words: 'My daughter hides in the toilets instead, because there she needs no permission.',
    themes: ['ask-nobody'],
  },
  {
    key: 'k5',
    words: 'Five minutes is enough if you can go at once. If you have to wait, it is the whole afternoon.',
    themes: ['ask-nobody'],
  },
  { key: 'p1', words: 'The teaching assistant is his quiet place. When she is ill there is none.', themes: ['people'] },
  {
    key: 'p2',
    words: 'You can buy all the bubble lamps you like. It needs somebody who sits there and says nothing.',
    themes: ['people'],
  },
  {
    key: 'p3',
    words: 'Train the lunchtime staff. They are with the children at the hardest time and get no training.',
    who: 'professional',
    themes: ['people', 'lunch'],
  },
  {
    key: 'p4',
    words: 'The librarian lets me stay. She does not talk to me and it is perfect.',
    who: 'young',
    themes: ['people', 'lunch'],
  },
  {
    key: 'p5',
    words: 'We have a lovely room and nobody to be in it, so it is locked.',
    who: 'professional',
    themes: ['people'],
    times: 2,
  },
  { key: 'p6', words: 'Somebody has to notice. He will never ask.', themes: ['people', 'ask-nobody'] },
  { key: 'u1', words: 'The hall smells of food and everyone shouts.', who: 'young', themes: ['lunch'], times: 2 },
  { key: 'u2', words: 'He has not eaten lunch at school since September.', themes: ['lunch'] },
  { key: 'u3', words: 'Let them eat somewhere else with one friend. It costs nothing.', themes: ['lunch'], times: 2 },
  { key: 'u4', words: 'A bench behind the hedge. That is all I want.', who: 'young', themes: ['lunch'] },
  {
    key: 'u5',
    words: 'Football takes the whole playground. There is no edge to sit on.',
    who: 'together',
    themes: ['lunch'],
  },
  {
    key: 'u6',
    words: 'Wet play is worse than lunch. Thirty children and one room.',
    who: 'professional',
    themes: ['lunch'],
  },
  { key: 'g1', words: 'I fear he will live in that room. He is there to learn with the others.', themes: ['against'] },
  {
    key: 'g2',
    words: 'Make the classroom quieter first. Carpets, softer lights, fewer things on the walls.',
    themes: ['against'],
    times: 2,
  },
  { key: 'g3', words: 'Spend it on another member of staff, not on a room.', themes: ['against', 'people'] },
  {
    key: 'g4',
    words: 'In my last school the quiet room became the special needs room.',
    who: 'young',
    themes: ['against'],
  },
  {
    key: 'g5',
    words: 'We are a village school with two rooms. There is no third one to make quiet.',
    who: 'professional',
    themes: ['against'],
  },
  { key: 'x1', words: 'Ear defenders helped more than anything and cost twelve pounds.' },
  { key: 'x2', words: 'The den in the library has changed his whole year. Thank you.' },
  { key: 'x3', words: 'Paint it blue.', who: 'young' },
];

/** Parents wrote those that name nobody else. */
export const quietComments: DemoComment[] = all.map(comment => ({ who: 'parent', ...comment }));
