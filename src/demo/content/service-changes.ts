import { dayFrom } from './shared.ts';
import type { DemoServiceChange } from './types.ts';

export const serviceChanges = (today: string): DemoServiceChange[] => [
  {
    key: 'home-to-school',
    slug: 'home-to-school-transport',
    organisation: 'council',
    title: 'Home to school transport',
    summary:
      'New agreements with the taxi and bus companies, with named drivers, training and news when a bus is late.',
    service: 'Transport to school and college',
    createdOn: dayFrom(today, -30),
    steps: [
      {
        words: 'Each child has a named driver and a named second driver.',
        dueOn: dayFrom(today, -10),
        doneOn: dayFrom(today, -20),
        lateReason: '',
      },
      {
        words: 'The new agreements with eight companies are signed.',
        dueOn: dayFrom(today, -14),
        doneOn: dayFrom(today, -5),
        lateReason: 'One company asked for more time to find a second driver for each child.',
      },
      { words: 'Two companies try out the text messages.', dueOn: dayFrom(today, 54), doneOn: null, lateReason: '' },
      { words: 'All families can get text messages.', dueOn: dayFrom(today, 98), doneOn: null, lateReason: '' },
      {
        words: 'All 190 drivers and assistants have had their two days of training.',
        dueOn: dayFrom(today, 159),
        doneOn: null,
        lateReason: '',
      },
    ],
  },
  {
    key: 'assessment-queue',
    slug: 'waiting-for-an-autism-assessment',
    organisation: 'nhs',
    title: 'Waiting for an autism assessment',
    summary: 'Families can see where they are in the queue, have help while they wait, and wait less long.',
    service: 'Children’s neurodevelopmental service',
    createdOn: dayFrom(today, -104),
    steps: [
      {
        words: 'A letter every three months says how long the wait still is.',
        dueOn: dayFrom(today, -80),
        doneOn: dayFrom(today, -84),
        lateReason: '',
      },
      {
        words: 'You can see online where you are in the queue.',
        dueOn: dayFrom(today, -50),
        doneOn: dayFrom(today, -35),
        lateReason: 'The first version could not be used with a screen reader, so we had it made again.',
      },
      {
        words: 'Two more people carry out assessments. The wait fell from 31 weeks to 22.',
        dueOn: dayFrom(today, -7),
        doneOn: dayFrom(today, -12),
        lateReason: '',
      },
      { words: 'Nobody waits longer than 18 weeks.', dueOn: dayFrom(today, 129), doneOn: null, lateReason: '' },
    ],
  },
];
