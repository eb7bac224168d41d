import type { AboutSet } from '../library-rules.ts';
import { easy, options } from './write.ts';

/**
 * Asked after sending. The groups are those of the Equality Act 2010; ethnic groups and religions are the main groups of the
 * census of 2021 in England and Wales (Office for National Statistics).
 */
export const equality: AboutSet = {
  key: 'equality',
  title: 'Equality monitoring',
  about: {
    why: 'We want to know whether we heard from all kinds of families, and treat everybody fairly. You can skip any of these.',
    breakdown: 'q1',
    questions: [
      {
        id: 'q1',
        kind: 'choose-one',
        ask: 'How old are you?',
        options: options('Under 16', '16 to 25', '26 to 39', '40 to 64', '65 or over'),
        preferNot: true,
        ...easy('How old are you?', { options: ['Under 16', '16 to 25', '26 to 39', '40 to 64', '65 or more'] }),
      },
      {
        id: 'q2',
        kind: 'choose-one',
        ask: 'What is your sex?',
        options: options('Female', 'Male', 'Another answer'),
        preferNot: true,
        ...easy('What is your sex?', { options: ['Female', 'Male', 'Another answer'] }),
      },
      {
        id: 'q3',
        kind: 'choose-one',
        ask: 'Is your gender the same as your sex in the register of births?',
        options: options('Yes', 'No'),
        preferNot: true,
        ...easy('Are you the gender that people said when you were born?', { options: ['Yes', 'No'] }),
      },
      {
        id: 'q4',
        kind: 'choose-one',
        ask: 'What is your ethnic group?',
        options: options(
          'Asian, Asian British or Asian Welsh',
          'Black, Black British, Black Welsh, Caribbean or African',
          'Mixed or multiple ethnic groups',
          'White',
          'Another ethnic group',
        ),
        preferNot: true,
        ...easy('What is your ethnic group?', {
          options: ['Asian', 'Black', 'Mixed', 'White', 'Another group'],
        }),
      },
      {
        id: 'q5',
        kind: 'choose-one',
        ask: 'Do you have a physical or mental health condition that has lasted, or will last, 12 months or more?',
        options: options('Yes, and it limits what I do', 'Yes, but it does not limit what I do', 'No'),
        preferNot: true,
        ...easy('Do you have an illness or a disability?', {
          options: ['Yes, and it makes some things hard', 'Yes, but I can do most things', 'No'],
        }),
      },
      {
        id: 'q6',
        kind: 'choose-one',
        ask: 'What is your religion or belief?',
        options: options(
          'No religion',
          'Buddhist',
          'Christian',
          'Hindu',
          'Jewish',
          'Muslim',
          'Sikh',
          'Another religion or belief',
        ),
        preferNot: true,
        ...easy('What is your religion?', {
          options: ['No religion', 'Buddhist', 'Christian', 'Hindu', 'Jewish', 'Muslim', 'Sikh', 'Another religion'],
        }),
      },
      {
        id: 'q7',
        kind: 'choose-one',
        ask: 'Which of these describes your sexual orientation best?',
        options: options('Straight or heterosexual', 'Gay or lesbian', 'Bisexual', 'Another answer'),
        preferNot: true,
        ...easy('Who are you attracted to?', {
          options: ['People of the other sex', 'People of my sex', 'Both', 'Another answer'],
        }),
      },
    ],
  },
};
