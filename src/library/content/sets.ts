import type { QuestionSet } from '../library-rules.ts';
import { anythingElse, easy, options, whoIsAnswering } from './write.ts';

export const sets: readonly QuestionSet[] = [
  {
    key: 'open',
    title: 'What went well and what did not',
    questions: [
      {
        id: 'q1',
        kind: 'long-text',
        ask: 'What went well?',
        hint: 'Please leave out names.',
        ...easy('What was good?', { hint: 'Please do not write names.' }),
      },
      {
        id: 'q2',
        kind: 'long-text',
        ask: 'What did not go well?',
        hint: 'Please leave out names.',
        ...easy('What was bad?', { hint: 'Please do not write names.' }),
      },
      {
        id: 'q3',
        kind: 'long-text',
        ask: 'What one change would help you most?',
        ...easy('What should we change first?'),
      },
      anythingElse('q4'),
    ],
  },
  {
    key: 'scales',
    title: 'How much people agree',
    questions: [
      { id: 'q1', kind: 'agreement', ask: 'People listened to me.', ...easy('People listened to me.') },
      {
        id: 'q2',
        kind: 'agreement',
        ask: 'I was part of the decision.',
        ...easy('I helped to decide.'),
      },
      {
        id: 'q3',
        kind: 'agreement',
        ask: 'It was easy to find out what help there is.',
        ...easy('It was easy to find out about help.'),
      },
      {
        id: 'q4',
        kind: 'agreement',
        ask: 'The people who help us work well together.',
        ...easy('The people who help us work together.'),
      },
      { id: 'q5', kind: 'faces', ask: 'How was it for you?', ...easy('How was it for you?') },
    ],
  },
  {
    key: 'facts',
    title: 'Who, where and how long',
    questions: [
      whoIsAnswering,
      {
        id: 'q2',
        kind: 'area',
        ask: 'Where do you live?',
        bins: [],
        ...easy('Where do you live?'),
      },
      {
        id: 'q3',
        kind: 'number',
        ask: 'How many weeks did you wait?',
        unit: 'weeks',
        min: 0,
        max: 520,
        bins: [4, 12, 18, 26, 52],
        ...easy('How many weeks did you wait?'),
      },
      {
        id: 'q4',
        kind: 'choose-many',
        ask: 'How should we ask you next time?',
        none: true,
        options: options('Online', 'On paper', 'On the phone', 'At a meeting', 'Through a parent carer forum'),
        ...easy('How should we ask you next time?', {
          options: ['Online', 'On paper', 'On the phone', 'At a meeting', 'A group of parents and carers'],
        }),
      },
    ],
  },
];
