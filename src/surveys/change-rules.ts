import { compare, everyQuestion, saidBy, type Difference } from './compare.ts';
import { choices, missingForPublishing, type Definition, type Question, type Translate } from './definition.ts';
import { called } from './number-rules.ts';
import { routingGaps, type Gap } from './routing.ts';

/** Everything for which a new version can't be published yet, in sentences. `published` is newest first. */
export function standsInTheWay(after: Definition, published: readonly Definition[]): string[] {
  const [live] = published;
  const same = live && compare(live, after).length === 0;
  return [
    ...(same ? ['Nothing is changed yet: families answer these very questions.'] : []),
    ...missingForPublishing(after),
    ...mixedUp(published, after),
  ];
}

/** The same, each with the questions of the list that it is about. */
export const placed = (definition: Definition, missing: readonly string[]): Gap[] =>
  missing.map(words => {
    const about = definition.questions.filter(({ id }) => words.startsWith(`${called(definition, id)}: `));
    const gap = routingGaps(definition).find(each => each.words === words);
    return gap ?? { at: about.map(({ id }) => id), words };
  });

/**
 * Why a new version may not be published, in sentences: it would mix what was counted with something else. `published`:
 * every version that was answered, newest first.
 */
export function mixedUp(published: readonly Definition[], after: Definition): string[] {
  const wrong = published.flatMap(before => [...compare(before, after).flatMap(mixes), ...brokenDown(before, after)]);
  const places = new Map(wrong.map(({ id, what }) => [`${id} ${what}`, `${called(after, id)} ${what}`]));
  return [...places.values()];
}

type Mix = { id: string; what: string };

function mixes(difference: Difference): Mix[] {
  if (difference.what === 'kind') {
    const what =
      'has the id of a question of another kind that was published. Give it a new id: make it a new question.';
    return [{ id: difference.id, what }];
  }
  if (difference.what !== 'scale') return [];
  const what =
    'is counted in other groups, or on another scale, than the question of that id that was published. Give it a new id: edit it and choose ‘count it anew’.';
  return [{ id: difference.id, what }];
}

function brokenDown(before: Definition, after: Definition): Mix[] {
  const [was, is] = [before.about?.breakdown, after.about?.breakdown];
  if (was === undefined || is === undefined || was === is) return [];
  return [{ id: is, what: `cannot take the place of ${was} as the one that answers are broken down by.` }];
}

/** What was changed of which question, and the words before and now where that is how it is asked. */
export type Change = { id: string | null; what: Difference['what']; words: string; was: string; is: string };

/** What a new version changes, for the officer; nothing when it changes nothing. */
export function changesInWords(before: Definition, after: Definition, t: Translate): Change[] {
  return compare(before, after).map(difference => ({
    id: difference.id,
    what: difference.what,
    words: inWords(difference, before, after, t),
    ...(difference.what === 'reworded' ? wordsOf(difference.id, before, after) : { was: '', is: '' }),
  }));
}

/** The same as one sentence: what it says now, where its words are changed. */
export function inOneLine(after: Definition, { id, words, was, is }: Change): string {
  if (id === null || was + is === '') return words;
  return was === NOTHING ? `${called(after, id)} now says ‘${is}’.` : `${called(after, id)}: ‘${was}’ became ‘${is}’.`;
}

const NOTHING = 'Nothing';

function wordsOf(id: string, before: Definition, after: Definition): Pick<Change, 'was' | 'is'> {
  const [old, now] = [questionIn(before, id), questionIn(after, id)].map(each => lines(each));
  const other = (one: string[] = [], two: string[] = []) => one.filter(line => !two.includes(line)).join(' · ');
  return { was: other(old, now) || NOTHING, is: other(now, old) || NOTHING };
}

/** Everything that a question says, apart from its options. */
const lines = (question: Question | undefined): string[] =>
  question ? ([saidBy(question)].flat(3).filter(each => typeof each === 'string' && each !== '') as string[]) : [];

function inWords(difference: Difference, before: Definition, after: Definition, t: Translate): string {
  if (difference.id === null) return whole[difference.what];
  const { id } = difference;
  const [old, question] = [questionIn(before, id), questionIn(after, id)];
  if ('option' in difference) return `${called(after, id)}: ${optionInWords(difference, old, question, t)}`;
  if (difference.what === 'added') return `${called(after, id)} is new${quoted(question)}`;
  if (difference.what === 'removed') return `${called(before, id)} of before was removed${quoted(old)}`;
  return `${called(after, id)} ${flags(question)[difference.what]}`;
}

const quoted = (question: Question | undefined): string => (question?.ask ? `: ‘${question.ask}’` : '.');

const whole = {
  order: 'The questions are in another order.',
  editions: 'Its title or first words in other editions are changed.',
  about: 'What is said of the questions ‘about you’ is changed.',
};

const flags = (question: Question | undefined) => ({
  kind: 'is of another kind.',
  scale: 'is counted in other groups, or on another scale.',
  reworded: 'has other words. Its answers are counted together with those so far.',
  limits: 'has other limits.',
  rules: 'leads elsewhere: its rules are changed.',
  editions: 'has other words in other editions.',
  important: question?.important ? 'is now one of the most important.' : 'is no longer one of the most important.',
  required: question && 'required' in question && question.required ? 'can’t be skipped now.' : 'can be skipped now.',
});

function optionInWords(
  { what, option }: Extract<Difference, { option: string }>,
  was: Question | undefined,
  is: Question | undefined,
  t: Translate,
): string {
  const [old, now] = [optionWords(was, option, t), optionWords(is, option, t)];
  if (what === 'option-added') return `‘${now}’ is a new answer.`;
  if (what === 'option-removed') return `the answer ‘${old}’ was removed.`;
  return old === now
    ? `the answer ‘${now}’ has another picture.`
    : `the answer ‘${old}’ now reads ‘${now}’. They are counted together.`;
}

function optionWords(question: Question | undefined, option: string, t: Translate): string {
  if (!question) return option;
  const all = question.kind === 'items' ? question.options : choices(question, t);
  return all.find(each => each.id === option)?.words ?? option;
}

const questionIn = (definition: Definition, id: string) => everyQuestion(definition).find(each => each.id === id);
