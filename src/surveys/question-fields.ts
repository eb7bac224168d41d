import type { FormField } from '../consultations/plan-sections.ts';
import type { Translate } from './kinds/kind.ts';
import type { Question } from './definition.ts';
import { scaleChoices } from './ready-scale-rules.ts';
import { WHO } from './kinds/who-is-answering.ts';

/** A picture of the consultation that an answer may show, by what it shows. */
export type PictureChoice = { value: string; label: string };

/** The fields of a question's edit page, in their order. */
export function questionFields(question: Question, say: Translate, pictures: readonly PictureChoice[]): FormField[] {
  if (question.kind === 'information') return [...information, important];
  return [ask, hint, ...ownFields(question, say), ...pictureFields(question, pictures), required, important];
}

/** One list of pictures for each answer that has words already. */
function pictureFields(question: Question, pictures: readonly PictureChoice[]): FormField[] {
  if (question.kind !== 'pictures') return [];
  return question.options
    .filter(option => option.words !== '')
    .map(({ id, words }) => ({
      kind: 'select',
      name: `picture-${id}`,
      label: `The picture for ‘${words}’`,
      options: [...pictures],
      optional: true,
    }));
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

const important: FormField = {
  kind: 'checkboxes',
  name: 'important',
  label: 'Is it one of the most important?',
  hint: 'Families who are short of time can answer just these.',
  options: [{ value: 'yes', label: 'Yes, ask it of everybody' }],
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
      return [options, atMost, none];
    case 'agreement':
      return scaleFields(say);
    case 'faces':
      return [faces, points(say)];
    case 'items':
      return [items, ...scaleFields(say), withFaces];
    case 'pictures':
      return [options, many, none];
    case 'top-three':
      return [options];
    case 'area':
      return [areas];
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

const atMost: FormField = { kind: 'number', name: 'atMost', label: 'Choose at most', unit: 'answers', optional: true };
const items: FormField = {
  kind: 'textarea',
  name: 'options',
  label: 'The things you ask about, one a line',
  hint: 'Each has a page of its own. Its words follow the question, so read the two together.',
  rows: 7,
};
const areas: FormField = {
  kind: 'textarea',
  name: 'areas',
  label: 'Areas to count, one a line',
  hint: 'The first half of a postcode, such as B97. All others are counted together. Without areas it is not counted.',
  rows: 5,
  optional: true,
};

const yes = (name: string, label: string, what: string): FormField => ({
  kind: 'checkboxes',
  name,
  label,
  options: [{ value: 'yes', label: what }],
});
const none = yes('none', 'Offer ‘None of these’?', 'Yes, below the answers; nothing else goes with it');
const many = yes('many', 'May people choose more than one?', 'Yes, as many as fit');
const withFaces = yes('withFaces', 'Show a face beside each point?', 'Yes');

const faces: FormField = {
  kind: 'radios',
  name: 'faces',
  label: 'How many faces',
  options: [
    { value: '5', label: 'Five' },
    { value: '3', label: 'Three, for younger children' },
  ],
};

const notSure = yes('notSure', 'Offer ‘I am not sure’?', 'Yes, below the answers');

const points = (say: Translate): FormField => ({
  kind: 'textarea',
  name: 'points',
  label: 'The points, one a line',
  hint: `Leave it empty for: ${[1, 2, 3, 4, 5].map(n => say(`surveys.faces.${n}`)).join(', ')}. ‘I am not sure’ is always offered.`,
  rows: 5,
  optional: true,
});

const scaleFields = (say: Translate): FormField[] => {
  const usual = `${say('surveys.agreement.1')} … ${say('surveys.agreement.5')}`;
  return [
    { kind: 'radios', name: 'scale', label: 'The scale', hint: SCALE_HINT, options: scaleChoices(usual) },
    { kind: 'textarea', name: 'points', label: 'Your own points, one a line', rows: 5, optional: true },
  ];
};
const SCALE_HINT = 'Five points. ‘I am not sure’ is always offered beside them.';

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
    kind: 'radios',
    name: 'precision',
    label: 'What people write',
    options: [
      { value: 'day', label: 'Day, month and year' },
      { value: 'month', label: 'Month and year: the day does not matter' },
    ],
  },
  {
    kind: 'date',
    name: 'min',
    label: 'First day',
    hint: 'No date before it is taken, and none after the last. Dates are counted when both days are given.',
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
