import type { DemoComment, DemoTheme } from './types.ts';

export const transportThemes: DemoTheme[] = [
  {
    key: 'drivers',
    name: 'Drivers who know our children',
    summary: 'Each new driver is a stranger. Children are upset, some stop going to school.',
  },
  {
    key: 'late',
    name: 'News when the bus is late',
    summary: 'Families stand outside and do not know if it comes. Schools do not know either.',
  },
  {
    key: 'siblings',
    name: 'Brothers and sisters in the same car',
    summary: 'Parents cannot be at two schools at once, while a car with an empty seat leaves from the door.',
  },
  {
    key: 'training',
    name: 'Training for drivers and passenger assistants',
    summary: 'Seizures, wheelchairs and meltdowns: not everyone in the vehicle knows what to do.',
  },
  {
    key: 'independent',
    name: 'Travelling by myself',
    summary: 'Some young people would like to learn to take the bus. Others, and many parents, are afraid of it.',
  },
];

const all: DemoComment[] = [
  { key: 'd1', words: 'Three drivers in one month. He stopped getting in the car.', themes: ['drivers'] },
  { key: 'd2', words: 'Same driver please.', themes: ['drivers'], times: 8 },
  { key: 'd3', words: 'Changes of driver with no warning.', themes: ['drivers'], times: 6 },
  {
    key: 'd4',
    words: 'When our driver is on holiday nobody tells us who comes. A stranger rings the bell.',
    themes: ['drivers'],
  },
  { key: 'd5', words: 'I like my driver. He plays my song.', who: 'young', themes: ['drivers'] },
  {
    key: 'd6',
    words: 'A photo of the new driver a week before would have saved us a whole term.',
    themes: ['drivers'],
    times: 2,
  },
  {
    key: 'd7',
    words: 'She arrives upset and we need an hour before she can learn.',
    who: 'professional',
    themes: ['drivers'],
  },
  {
    key: 'd8',
    words: 'Our driver has been with us for six years. Please do not take her away to save money.',
    themes: ['drivers'],
  },
  {
    key: 'd9',
    words: 'I do not mind who drives. I mind that they do not talk to me.',
    who: 'young',
    themes: ['drivers'],
  },
  { key: 'l1', words: 'We waited 50 minutes in the rain. I rang four numbers.', themes: ['late'] },
  { key: 'l2', words: 'Just text us.', themes: ['late'], times: 7 },
  { key: 'l3', words: 'Not knowing is worse than being late.', themes: ['late'], times: 2 },
  {
    key: 'l4',
    words: 'The school rang to ask where he was. I thought that he was there. I have never been so frightened.',
    themes: ['late'],
  },
  { key: 'l5', words: 'Being late makes my tummy hurt all day.', who: 'young', themes: ['late'] },
  { key: 'l6', words: 'I would lose my job if I were as late as the minibus.', themes: ['late'] },
  { key: 'l7', words: 'The bus is always on time. Well done.', times: 3 },
  {
    key: 'l8',
    words: 'Please tell the school as well. Staff wait at the gate with him.',
    who: 'professional',
    themes: ['late'],
  },
  { key: 's1', words: 'Let brothers and sisters share the ride.', themes: ['siblings'], times: 4 },
  {
    key: 's2',
    words: 'Same school, same street, and his sister has to walk a mile because she is well.',
    themes: ['siblings'],
  },
  {
    key: 's3',
    words: 'I take one to the left while the taxi takes the other to the right. I am late for both.',
    themes: ['siblings'],
  },
  {
    key: 's4',
    words: 'She is calm when her brother is with her. We would even pay for the seat.',
    themes: ['siblings'],
  },
  { key: 's5', words: 'Please do not put other children in. He needs to be alone in the car.', themes: ['siblings'] },
  { key: 't1', words: 'The assistant did not know where his medicine was kept.', themes: ['training'] },
  { key: 't2', words: 'They were kind but had never put a chair on a ramp.', themes: ['training'] },
  { key: 't3', words: 'Training for all drivers.', themes: ['training'], times: 5 },
  {
    key: 't4',
    words: 'Loud radio, strong perfume. Small things that ruin the day. Teach them.',
    themes: ['training'],
    times: 2,
  },
  {
    key: 't5',
    words: 'Our assistant learned ten signs so that she can talk with him. She deserves a medal.',
    themes: ['training', 'drivers'],
  },
  {
    key: 't6',
    words: 'We asked for training on epilepsy. It was three months until it came.',
    who: 'professional',
    themes: ['training'],
  },
  {
    key: 'i1',
    words: 'I am 17. I would like to go on the normal bus. Somebody could come with me at first.',
    who: 'young',
    themes: ['independent'],
  },
  { key: 'i2', words: 'Please do not make him travel alone to save money.', themes: ['independent'], times: 3 },
  {
    key: 'i3',
    words: 'Travel training gave our students their freedom. Offer it earlier.',
    who: 'professional',
    themes: ['independent'],
    times: 2,
  },
  {
    key: 'i4',
    words: 'He learned the route in six weeks. Now he goes to see his nan by himself too.',
    themes: ['independent'],
  },
  { key: 'i5', words: 'The other people on the bus stare at me.', who: 'young', themes: ['independent'] },
  { key: 'x1', words: 'Ninety minutes each way is too long for a child of five.' },
  { key: 'x2', words: 'Paying us for the miles works well. Thank you.', times: 2 },
  { key: 'x3', words: 'The form for transport should come with the school place, not two months later.' },
];

/** Parents wrote those that name nobody else. */
export const transportComments: DemoComment[] = all.map(comment => ({ who: 'parent', ...comment }));

export const transportMessages: DemoComment[] = [
  { key: 'm1', words: 'By text message.', times: 48 },
  { key: 'm2', words: 'Text, and tell the school too.', times: 11 },
  { key: 'm3', words: 'Ring me.', times: 9 },
  { key: 'm4', words: 'An app with a map, like for a parcel.', times: 7 },
  { key: 'm5', words: 'Text in the morning, call if it is more than half an hour.', times: 4 },
  { key: 'm6', words: 'Please ring. I cannot read messages.', who: 'helped' },
  { key: 'm7', words: 'Tell my dad, he tells me.', who: 'young', times: 2 },
];
