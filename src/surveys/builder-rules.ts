import { defaultQuestion, nextQuestionId, type Definition, type KindName, type Question } from './definition.ts';
import { isKind } from './kinds/registry.ts';

// What the builder does to a survey that is not published yet: each gives a new definition. `published` holds the versions
// that were answered: their ids never come back with another meaning.

export function addQuestion(
  definition: Definition,
  kind: KindName,
  published: readonly Definition[] = [],
): { definition: Definition; id: string } {
  const id = freshId([definition, ...published]);
  return { definition: { ...definition, questions: [...definition.questions, defaultQuestion(kind, id)] }, id };
}

/** A question's id that none of these has used. */
export const freshId = (definitions: readonly Definition[]): string =>
  nextQuestionId(definitions.flatMap(({ questions, about }) => [...questions, ...(about?.questions ?? [])].map(idOf)));

const idOf = ({ id }: { id: string }): string => id;

/** The survey with this question in the place of the one with its id. */
export const replaceQuestion = (definition: Definition, question: Question): Definition => ({
  ...definition,
  questions: definition.questions.map(each => (each.id === question.id ? question : each)),
});

export type Move = 'up' | 'down' | 'copy' | 'removal';
export const isMove = (word: string): word is Move => ['up', 'down', 'copy', 'removal'].includes(word);

/** A button beside a question was pressed. An id that is not there changes nothing. */
export function move(
  definition: Definition,
  id: string,
  what: Move,
  published: readonly Definition[] = [],
): Definition {
  const { questions } = definition;
  const at = questions.findIndex(each => each.id === id);
  const question = questions[at];
  if (!question) return definition;
  if (what === 'removal') return { ...definition, questions: questions.filter(each => each.id !== id) };
  if (what === 'copy') return copied(definition, { ...question, id: freshId([definition, ...published]) }, at);
  return { ...definition, questions: swapped(questions, at, what === 'up' ? at - 1 : at + 1) };
}

// 'Who is answering' is asked once, so a copy of it would not be a survey any more.
function copied(definition: Definition, copy: Question, at: number): Definition {
  if (copy.kind === 'who-is-answering') return definition;
  return { ...definition, questions: definition.questions.toSpliced(at + 1, 0, copy) };
}

function swapped(questions: Question[], one: number, other: number): Question[] {
  const [first, second] = [questions[one], questions[other]];
  if (!first || !second) return questions;
  return questions.with(one, second).with(other, first);
}

/** The kinds that can be added: 'who is answering' once only. */
export function kindsToAdd(definition: Definition, all: readonly string[]): KindName[] {
  const asked = definition.questions.some(each => each.kind === 'who-is-answering');
  return all.filter(isKind).filter(kind => kind !== 'who-is-answering' || !asked);
}
