/** Every text of a survey beside what an edition says in its place. */
import type { Edition } from '../words/editions.ts';
import type { EditionStart, Question } from './definition.ts';
import type { EditionWords } from './kinds/kind.ts';

/** `name` is that of its field within its part; `original` is '' for words that only editions have. */
export type Text = {
  name: string;
  label: string;
  original: string;
  own: string;
  /** The original that these words were written for, where it says something else by now. */
  before: string | null;
  /** How many lines its field has. */
  rows: number;
};

/** In these nothing is read: a video or a recording takes the place of the words. */
export const isSeenOrHeard = (edition: Edition): boolean => edition === 'bsl' || edition === 'audio';

/** The texts of a question that can be said otherwise. Words of our own, such as ‘I am not sure’, speak every language. */
export const textsOf = (question: Question, own: EditionWords = {}): Text[] =>
  allTextsOf(question, own).filter(each => each.original !== '');

/** With those that the original leaves empty. */
export function allTextsOf(question: Question, own: EditionWords = {}): Text[] {
  const isPage = question.kind === 'information';
  const texts = [
    text('ask', isPage ? 'The heading' : 'The question', question.ask, own.ask, 2),
    text('hint', 'The hint below it', question.hint, own.hint, 2),
    text('body', 'What people read', isPage ? question.body : '', own.body, 8),
    ...optionsOf(question).map(({ id, words }, at) =>
      text(`option-${id}`, `${question.kind === 'items' ? 'Thing' : 'Answer'} ${at + 1}`, words, own.options?.[id]),
    ),
    ...pointsOf(question).map((point, at) => text(`point-${at}`, `Point ${at + 1}`, point, own.points?.[at])),
    text('unit', 'What is counted', question.kind === 'number' ? question.unit : '', own.unit),
  ];
  return withBefore(texts, own);
}

const withBefore = (texts: Text[], { writtenFor = {} }: Pick<EditionWords, 'writtenFor'>): Text[] =>
  texts.map(each => {
    const was = Object.hasOwn(writtenFor, each.name) ? writtenFor[each.name] : undefined;
    return { ...each, before: was === undefined || was === each.original ? null : was };
  });

const text = (name: string, label: string, original = '', own = '', rows = 1): Text => ({
  name,
  label,
  original,
  own,
  before: null,
  rows,
});

export const optionsOf = (question: Question): { id: string; words: string }[] =>
  'options' in question && question.kind !== 'who-is-answering' ? question.options : [];

const pointsOf = (question: Question): string[] => ('points' in question ? (question.points ?? []) : []);

/** What a consultation says of itself, in the words of its plan. */
export type StartOriginal = { [Name in keyof Omit<EditionStart, 'writtenFor'>]?: string | undefined };

const startTexts: readonly [keyof StartOriginal, string, number][] = [
  ['title', 'The title', 1],
  ['intro', 'A few first words, where the questions start', 3],
  ['purpose', 'What it is for', 3],
  ['audience', 'Who it is for', 2],
  ['background', 'The background in brief', 8],
  ['canChange', 'What can change', 3],
  ['cannotChange', 'What cannot change', 3],
  ['levelReason', 'Why families have this much say', 3],
  ['whoDecides', 'Who decides', 2],
  ['confidentialityWords', 'Who sees the answers', 3],
  ['contentWarning', 'What may be hard to read', 3],
  ['supportLinks', 'Where to find support, one place a line', 3],
  ['urgentWords', 'What to do when somebody is in danger', 3],
  ['why', 'Why ‘about you’ is asked', 3],
];

/** Words that the partnership has elsewhere: nobody misses them. */
const OWN_ALONE = ['urgentWords'];

export const textsOfStart = (original: StartOriginal, own: EditionStart = {}): Text[] =>
  withBefore(
    startTexts.map(([name, label, rows]) => text(name, label, original[name], own[name], rows)),
    own,
  ).filter(({ name, original, own }) => original !== '' || own !== '' || OWN_ALONE.includes(name));

/** What each of these texts says now, by its name. */
export const originalsOf = (texts: readonly Text[]): Record<string, string> =>
  Object.fromEntries(texts.map(({ name, original }) => [name, original]));

/** How many texts of an edition were written for another original; a video or a recording is one. */
export function olderIn(question: Question, edition: Edition): number {
  const own = question.editions?.[edition] ?? {};
  const texts = textsOf(question, own);
  if (!isSeenOrHeard(edition)) return olderAmong(texts);
  const { media, writtenFor } = own;
  return media && writtenFor && !isSame(writtenFor, originalsOf(allTextsOf(question))) ? 1 : 0;
}

export const olderAmong = (texts: readonly Text[]): number =>
  texts.filter(each => each.own !== '' && each.before !== null).length;

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How many texts of a question an edition does not say; a video or a recording says them all. */
export function missingIn(question: Question, edition: Edition): number {
  const own = question.editions?.[edition];
  if (isSeenOrHeard(edition)) return own?.media === undefined ? 1 : 0;
  return textsOf(question, own).filter(each => each.own === '').length;
}
