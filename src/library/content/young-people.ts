import type { Template } from '../library-rules.ts';
import { easy, options } from './write.ts';

export const youngPeople: Template = {
  key: 'young-people',
  title: 'What matters to children and young people',
  when: 'You want to hear from children and young people themselves, in few and simple questions.',
  definition: {
    format: 1,
    editions: { easy: { intro: 'We want to know what matters to you.\n\nYou can ask somebody to help you.' } },
    questions: [
      {
        id: 'q1',
        kind: 'who-is-answering',
        ask: 'Who is answering?',
        important: true,
        options: ['young', 'together', 'helped'],
        ...easy('Who are you?'),
      },
      { id: 'q2', kind: 'faces', faces: 3, ask: 'How are things at school or college?', ...easy('How is school?') },
      { id: 'q3', kind: 'faces', faces: 3, ask: 'How are things at home?', ...easy('How is home?') },
      {
        id: 'q4',
        kind: 'choose-many',
        ask: 'Who listens to you?',
        important: true,
        none: true,
        options: options(
          'My family',
          'My friends',
          'A teacher or helper at school',
          'Somebody at a club',
          'Somebody else',
        ),
        ...easy('Who listens to you?', {
          options: ['My family', 'My friends', 'A teacher or helper', 'Somebody at a club', 'Somebody else'],
        }),
      },
      {
        id: 'q5',
        kind: 'long-text',
        ask: 'What makes a good day?',
        limit: 2000,
        ...easy('What makes a good day?'),
      },
      {
        id: 'q6',
        kind: 'long-text',
        ask: 'What would you change if you could?',
        limit: 2000,
        important: true,
        ...easy('What do you want to change?'),
      },
    ],
  },
};
