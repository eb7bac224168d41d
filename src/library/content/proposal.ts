import type { Template } from '../library-rules.ts';
import { anythingElse, easy, options, whoIsAnswering } from './write.ts';

export const proposal: Template = {
  key: 'proposal',
  title: 'A change that we propose',
  when: 'You have a proposal that is not decided yet, and families can still change it.',
  definition: {
    format: 1,
    editions: { easy: { intro: 'We have an idea.\n\nWe have not decided yet. Please tell us what you think.' } },
    questions: [
      {
        id: 'q9',
        kind: 'information',
        ask: 'What we propose',
        body: 'Say here in a few sentences what would change, for whom and from when.\n\nSay what would stay as it is, and what you have looked at and turned down.',
        important: true,
      },
      whoIsAnswering,
      {
        id: 'q2',
        kind: 'agreement',
        ask: 'How much do you agree with this change?',
        important: true,
        ...easy('Do you agree with our idea?'),
      },
      {
        id: 'q3',
        kind: 'long-text',
        ask: 'Why do you think so?',
        hint: 'Please leave out names.',
        important: true,
        ...easy('Why do you think so?', { hint: 'Please do not write names.' }),
      },
      {
        id: 'q4',
        kind: 'choose-one',
        ask: 'What would it mean for you or your child?',
        options: options(
          'It would make things better',
          'It would make no difference',
          'It would make things harder',
          'Some things would be better and some harder',
        ),
        notSure: true,
        ...easy('What would it mean for you?', {
          options: [
            'Things would be better',
            'Nothing would change',
            'Things would be harder',
            'Some things better, some things harder',
          ],
        }),
      },
      {
        id: 'q5',
        kind: 'long-text',
        ask: 'What would make it harder for you?',
        ...easy('What would be hard for you?'),
      },
      {
        id: 'q6',
        kind: 'long-text',
        ask: 'Is there another way that we should look at?',
        ...easy('Do you have a better idea?'),
      },
      anythingElse('q7'),
    ],
  },
};
