import type { Template } from '../library-rules.ts';
import { anythingElse, easy, options, whoIsAnswering } from './write.ts';

export const planReview: Template = {
  key: 'plan-review',
  title: 'Writing and reviewing a plan for a child',
  when: 'You want to know how families were part of an education, health and care plan, or of its yearly review.',
  definition: {
    format: 1,
    editions: { easy: { intro: 'Some children have a plan. It says what help they get.\n\nTell us how it went.' } },
    questions: [
      whoIsAnswering,
      {
        id: 'q2',
        kind: 'choose-one',
        ask: 'What was it about?',
        important: true,
        options: options('A first plan', 'The yearly review of a plan', 'Somebody refused a plan, or it ended'),
        ...easy('What was it about?', {
          options: ['A first plan', 'A meeting about the plan, once a year', 'We did not get a plan, or it ended'],
        }),
      },
      {
        id: 'q3',
        kind: 'date',
        precision: 'month',
        ask: 'When was the last meeting or letter about it?',
        bins: 'month',
        min: '2014-09-01',
        ...easy('When was the last meeting or letter?'),
      },
      {
        id: 'q4',
        kind: 'items',
        ask: 'How much do you agree?',
        options: options(
          'I knew what we would talk about before it began.',
          'Somebody asked my child and wrote down what they think.',
          'People heard what I said.',
          'What we agreed is happening.',
        ),
        ...easy('Do you agree?', {
          options: [
            'I knew what we would talk about.',
            'Somebody asked my child.',
            'People heard what I said.',
            'What people said is happening.',
          ],
        }),
      },
      {
        id: 'q5',
        kind: 'long-text',
        ask: 'What went well?',
        hint: 'Please leave out names.',
        ...easy('What was good?', { hint: 'Please do not write names.' }),
      },
      {
        id: 'q6',
        kind: 'long-text',
        ask: 'What should we do differently?',
        hint: 'Please leave out names.',
        important: true,
        ...easy('What should we change?', { hint: 'Please do not write names.' }),
      },
      anythingElse('q7'),
    ],
  },
};
