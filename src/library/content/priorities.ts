import type { Template } from '../library-rules.ts';
import { anythingElse, easy, options, whoIsAnswering } from './write.ts';

export const priorities: Template = {
  key: 'priorities',
  title: 'What should come first',
  when: 'You are writing a strategy or a yearly plan, and cannot do everything at once.',
  definition: {
    format: 1,
    editions: { easy: { intro: 'We can not do everything at once.\n\nTell us what to do first.' } },
    questions: [
      whoIsAnswering,
      {
        id: 'q2',
        kind: 'top-three',
        ask: 'Which three should come first?',
        hint: 'Choose the most important one first.',
        important: true,
        options: options(
          'Help early, before things get hard',
          'Shorter waits',
          'Support at ordinary schools',
          'Places at special schools and units',
          'Short breaks and things to do',
          'Getting ready for life as an adult',
          'Better words and clearer letters',
        ),
        ...easy('What should we do first? Choose three.', {
          hint: 'Start with the most important one.',
          options: [
            'Help early',
            'Shorter waits',
            'More help at school',
            'More places at special schools',
            'Short breaks and fun',
            'Getting ready to be an adult',
            'Letters that are easy to read',
          ],
        }),
      },
      {
        id: 'q3',
        kind: 'long-text',
        ask: 'Why these?',
        ...easy('Why did you choose them?'),
      },
      {
        id: 'q4',
        kind: 'long-text',
        ask: 'What is missing from the list?',
        important: true,
        ...easy('What did we forget?'),
      },
      {
        id: 'q5',
        kind: 'area',
        ask: 'Where do you live?',
        bins: [],
        ...easy('Where do you live?'),
      },
      anythingElse('q6'),
    ],
  },
};
