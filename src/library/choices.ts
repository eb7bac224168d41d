import type { AboutYou, Definition, Question } from '../surveys/definition.ts';
import { called } from '../surveys/number-rules.ts';
import { equality, sets } from './content/index.ts';
import { addAbout, addQuestions } from './library-rules.ts';
import type { Saved } from './saved.ts';

/** Something to tick: a question, or all that is asked ‘about you’. */
type Choice = { value: string } & ({ question: Question } | { title: string; about: AboutYou });
export type Group = { name: string; label: string; choices: Choice[] };

/** Everything that the library offers, in the order of its page. */
export const choicesOf = (saved: readonly Saved[]): Group[] =>
  [
    ...sets.map(({ key, title, questions }) => ({
      name: `pick-${key}`,
      label: title,
      choices: questions.map(question => ({ value: `${key} ${question.id}`, question })),
    })),
    {
      name: 'pick-about',
      label: 'About you',
      choices: [{ value: `about ${equality.key}`, title: equality.title, about: equality.about }],
    },
    {
      name: 'pick-saved',
      label: 'Kept by your team and others',
      choices: saved.map(({ id, question }) => ({ value: `saved ${id}`, question })),
    },
  ].filter(({ choices }) => choices.length > 0);

/** Adds what was ticked, in the order of the page, whatever order a form names it in. */
export function addChosen(
  definition: Definition,
  chosen: readonly Choice[],
  published: readonly Definition[],
): Definition {
  return chosen.reduce(
    (before, each) =>
      'question' in each ? addQuestions(before, [each.question], published) : addAbout(before, each.about, published),
    definition,
  );
}

/** Where a survey asks this already: 'Question 3'; '' where it doesn't. */
export function askedAs(definition: Definition, choice: Choice): string {
  if (!('question' in choice)) {
    const asked = definition.about?.questions ?? [];
    return choice.about.questions.every(each => asked.some(other => isSame(each, other))) ? '‘About you’' : '';
  }
  const same = definition.questions.find(each => isSame(each, choice.question) || isOnce(each, choice.question));
  return same ? called(definition, same.id) : '';
}

const isSame = (one: Question, other: Question): boolean => one.kind === other.kind && one.ask === other.ask;

/** Who is answering is asked once, in whatever words. */
const isOnce = (one: Question, other: Question): boolean =>
  one.kind === 'who-is-answering' && other.kind === 'who-is-answering';
