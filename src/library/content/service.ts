import type { Template } from '../library-rules.ts';
import { anythingElse, easy, options, whoIsAnswering, YES_NO } from './write.ts';

export const service: Template = {
  key: 'service',
  title: 'How a service works for families',
  when: 'You run a service already, and want to know what to keep and what to change.',
  definition: {
    format: 1,
    editions: { easy: { intro: 'We want to make this service better.\n\nPlease tell us what you think.' } },
    questions: [
      whoIsAnswering,
      {
        id: 'q2',
        kind: 'choose-one',
        ask: 'Have you used this service in the last 12 months?',
        important: true,
        options: YES_NO,
        ...easy('Did you use this service in the last year?', { options: ['Yes', 'No'] }),
        next: [{ when: { not: { q: 'q2', anyOf: ['b'] } }, to: 'q3' }],
      },
      {
        id: 'q6',
        kind: 'choose-many',
        ask: 'Why have you not used it?',
        options: options(
          'I did not know about it',
          'I did not need it',
          'Somebody said that we could not have it',
          'The times or the place did not suit us',
          'I was waiting for it',
        ),
        ...easy('Why did you not use it?', {
          options: [
            'I did not know about it',
            'I did not need it',
            'Somebody said no',
            'The time or the place was wrong for us',
            'I was waiting',
          ],
        }),
        next: [{ when: { q: 'q2', anyOf: ['b'] }, to: 'q7' }],
      },
      {
        id: 'q3',
        kind: 'faces',
        ask: 'How was it for you?',
        important: true,
        ...easy('How was it for you?'),
      },
      {
        id: 'q4',
        kind: 'items',
        ask: 'How much do you agree?',
        options: options('People listened to me.', 'It came when I needed it.', 'It helped me or my child.'),
        ...easy('Do you agree?', {
          options: ['People listened to me.', 'I got help when I needed it.', 'It helped me or my child.'],
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
        id: 'q7',
        kind: 'long-text',
        ask: 'What one change would help you most?',
        hint: 'Please leave out names.',
        important: true,
        ...easy('What should we change?', { hint: 'Please do not write names.' }),
      },
      anythingElse('q8'),
    ],
  },
};
