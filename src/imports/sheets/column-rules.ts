/** The columns of a spreadsheet of questions: each is a field of the builder. */

import { kindName } from './kind-name-rules.ts';
import type { KindName } from '../../surveys/definition.ts';

const of = (...kinds: KindName[]): string => `in ${kinds.map(kind => `‘${kindName(kind)}’`).join(' and ')}`;

/** `field`: its name in the builder. `yes`: it says yes, or nothing. `list`: one a line. */
export type Column = { field: string; heading: string; help: string; yes?: true; list?: true };

export const COLUMNS: readonly Column[] = [
  { field: 'kind', heading: 'Kind', help: 'One of the kinds in the notes.' },
  { field: 'ask', heading: 'Question', help: 'One thing at a time.' },
  { field: 'hint', heading: 'Hint', help: 'One short line, only when it helps.' },
  {
    field: 'options',
    heading: 'Answers',
    help: `One a line; ${of('items')}: the things that are asked about.`,
    list: true,
  },
  { field: 'required', heading: 'Must be answered', help: 'Write yes, or leave it empty.', yes: true },
  { field: 'important', heading: 'Most important', help: 'yes: asked of families who are short of time.', yes: true },
  { field: 'notSure', heading: 'Offer not sure', help: `yes, ${of('choose-one')}.`, yes: true },
  { field: 'none', heading: 'Offer none of these', help: `yes, ${of('choose-many', 'pictures')}.`, yes: true },
  { field: 'atMost', heading: 'Choose at most', help: `A number, ${of('choose-many')}.` },
  { field: 'many', heading: 'Choose several pictures', help: `yes, ${of('pictures')}.`, yes: true },
  { field: 'points', heading: 'Points of the scale', help: 'One a line; empty for our own.', list: true },
  { field: 'faces', heading: 'How many faces', help: `5 or 3, ${of('faces')}.` },
  { field: 'withFaces', heading: 'Faces beside the points', help: `yes, ${of('items')}.`, yes: true },
  { field: 'limit', heading: 'Most characters', help: `A number, ${of('short-text', 'long-text')}.` },
  { field: 'min', heading: 'Lowest', help: 'A number, or a first day such as 2026-03-02.' },
  { field: 'max', heading: 'Highest', help: 'A number, or a last day such as 2026-03-02.' },
  { field: 'unit', heading: 'What is counted', help: `Such as hours, ${of('number')}.` },
  { field: 'groups', heading: 'Groups of numbers', help: 'The highest of each group, one a line.', list: true },
  { field: 'precision', heading: 'Day or month', help: `day or month, ${of('date')}.` },
  { field: 'bins', heading: 'Count dates by', help: `month or year, ${of('date')}.` },
  { field: 'areas', heading: 'Areas', help: 'The first halves of postcodes, one a line.', list: true },
  {
    field: 'who',
    heading: 'Who may answer',
    help: 'parent, young, together, helped or professional, one a line.',
    list: true,
  },
  { field: 'body', heading: 'Text to read', help: `Only ${of('information')}. An empty line starts a paragraph.` },
  { field: 'id', heading: 'Id', help: 'Leave it as it is; empty for a new question.' },
];

/** What stands in it is for people, and is never read. */
export const NOTES = 'Notes (not read)';

/** The kinds, each in a line. */
export const KINDS: readonly [kind: KindName, help: string][] = [
  ['choose-one', 'People choose one of the answers.'],
  ['choose-many', 'People choose as many answers as fit.'],
  ['agreement', 'How much people agree, from strongly agree to strongly disagree.'],
  ['faces', 'How people feel, with a face beside each point.'],
  ['items', 'Several things on one scale, a page for each.'],
  ['pictures', 'Answers with a picture each. Choose the pictures in the builder.'],
  ['top-three', 'People choose their top three answers in order.'],
  ['short-text', 'A line of words.'],
  ['long-text', 'Words over several lines.'],
  ['number', 'A whole number.'],
  ['date', 'A date.'],
  ['area', 'Where people live: the first half of a postcode.'],
  ['information', 'A page to read. Its heading stands under Question.'],
  ['who-is-answering', 'Who is answering: a parent, a young person, and so on.'],
];

/** The one row of the template, filled in. */
export const EXAMPLE: Readonly<Record<string, string>> = {
  kind: kindName('choose-one'),
  ask: 'How often do you use short breaks?',
  hint: 'Think of the last six months.',
  options: 'Every week\nEvery month\nLess often\nNever',
  important: 'yes',
  notSure: 'yes',
};
