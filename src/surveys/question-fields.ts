import type { FormField } from '../consultations/plan-sections.ts';
import type { Translate } from './kinds/kind.ts';
import type { Question } from './definition.ts';
import { WHO } from './kinds/who-is-answering.ts';

/** The fields of a question's edit page, in their order. */
export function questionFields(question: Question, say: Translate): FormField[] {
  if (question.kind === 'information') return information;
  return [ask, hint, ...ownFields(question, say), required];
}

const ask: FormField = { kind: 'textarea', name: 'ask', label: 'The question', hint: 'One thing at a time.', rows: 2 };
const hint: FormField = {
  kind: 'text',
  name: 'hint',
  label: 'A hint below it',
  hint: 'One short line, only when it helps.',
  optional: true,
};
const required: FormField = {
  kind: 'checkboxes',
  name: 'required',
  label: 'Must everybody answer it?',
  hint: 'Families can skip questions. Tick this only when an answer is of no use without it.',
  options: [{ value: 'yes', label: 'It cannot be skipped' }],
};

const information: FormField[] = [
  { kind: 'text', name: 'ask', label: 'Heading' },
  {
    kind: 'textarea',
    name: 'body',
    label: 'What people read',
    hint: 'An empty line starts a new paragraph.',
    rows: 10,
  },
];

const options: FormField = { kind: 'textarea', name: 'options', label: 'The answers, one a line', rows: 7 };
const limit: FormField = {
  kind: 'number',
  name: 'limit',
  label: 'The most that people can write',
  unit: 'characters',
  optional: true,
};

function ownFields(question: Question, say: Translate): FormField[] {
  switch (question.kind) {
    case 'choose-one':
      return [options, notSure];
    case 'choose-many':
      return [options, { kind: 'number', name: 'atMost', label: 'Choose at most', unit: 'answers', optional: true }];
    case 'agreement':
      return [points(say)];
    case 'short-text':
    case 'long-text':
      return [limit];
    case 'number':
      return numbers;
    case 'date':
      return days;
    default:
      return [who(say)];
  }
}

const notSure: FormField = {
  kind: 'checkboxes',
  name: 'notSure',
  label: 'Offer ‘I am not sure’?',
  options: [{ value: 'yes', label: 'Yes, below the answers' }],
};

const points = (say: Translate): FormField => ({
  kind: 'textarea',
  name: 'points',
  label: 'The five points, one a line',
  hint: `Leave it empty for: ${[1, 2, 3, 4, 5].map(n => say(`surveys.agreement.${n}`)).join(', ')}. ‘I am not sure’ is always offered.`,
  rows: 5,
  optional: true,
});

const numbers: FormField[] = [
  { kind: 'number', name: 'min', label: 'Lowest number', optional: true },
  { kind: 'number', name: 'max', label: 'Highest number', optional: true },
  { kind: 'text', name: 'unit', label: 'What is counted', hint: 'Such as: hours.', width: 'medium', optional: true },
  {
    kind: 'textarea',
    name: 'groups',
    label: 'Groups to count it in, one a line',
    hint: 'The highest number of each group: 5 and 10 give ‘up to 5’, ‘6 to 10’ and ‘11 or more’. Without groups it is not counted.',
    rows: 4,
    optional: true,
  },
];

const days: FormField[] = [
  {
    kind: 'date',
    name: 'min',
    label: 'First day',
    hint: 'Dates are counted when both days are given.',
    optional: true,
  },
  { kind: 'date', name: 'max', label: 'Last day', optional: true },
  {
    kind: 'radios',
    name: 'bins',
    label: 'Count dates by',
    options: [
      { value: 'month', label: 'Month' },
      { value: 'year', label: 'Year' },
    ],
  },
];

const who = (say: Translate): FormField => ({
  kind: 'checkboxes',
  name: 'who',
  label: 'Who may answer',
  hint: 'Tick none to offer them all.',
  options: WHO.map(id => ({ value: id, label: say(`surveys.who.${id}`) })),
});
