import type { DemoProfile } from './types.ts';

export const clubsProfile: DemoProfile = {
  responses: 64,
  channels: { online: 52, paper: 8, event: 4 },
  editions: { plain: 38, easy: 9, child: 11, ur: 6 },
  contacts: { email: 21, post: 3, phone: 1 },
  mayQuote: 70,
  answers: {
    q2: { weights: { parent: 45, young: 25, together: 12, helped: 9, professional: 9 }, skip: 0 },
    q3: { weights: { a: 40, b: 25, c: 35 }, skip: 3 },
    q7: { chances: { a: 45, b: 25, c: 38, d: 34, e: 30, none: 12 }, skip: 4 },
    q9: { weights: { 1: 34, 2: 26, 3: 10, 4: 10, 5: 10, ns: 10 }, skip: 2 },
    q12: {
      comments: [
        { key: 'name-1', words: 'The Otters', who: 'young' },
        { key: 'name-2', words: 'Splash and Dash', who: 'young' },
        { key: 'name-3', words: 'Quiet Crew', who: 'parent' },
      ],
    },
    q13: {
      comments: [
        {
          key: 'more-1',
          words: 'My daughter would love to swim but the changing rooms echo and the lights buzz.',
          who: 'parent',
        },
        { key: 'more-2', words: 'i want to come with my best friend', who: 'young' },
        {
          key: 'more-3',
          words: 'The taxi leaves at 3.30, so nobody on school transport can ever stay for a club.',
          who: 'parent',
          times: 6,
        },
        {
          key: 'more-4',
          words: 'Please tell us before something changes. Surprises are the hard part.',
          who: 'together',
        },
      ],
    },
  },
};
