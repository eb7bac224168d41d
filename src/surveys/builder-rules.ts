import { everyQuestion } from './compare.ts';
import { defaultQuestion, nextQuestionId, type Definition, type KindName, type Question } from './definition.ts';
import { isKind, kinds } from './kinds/registry.ts';
import { withRulesRenamed } from './routing.ts';

// What the builder does to a survey that is not published yet: each gives a new definition. `published` holds the versions
// that were answered: their ids never come back with another meaning.

/** Where a question comes: after that one, or at the end of what is asked or of what is asked ‘about you’. */
export type Place = { after: string; about: boolean };

/** The survey with one more question, its words still to be written. */
export function addQuestion(
  definition: Definition,
  kind: KindName,
  { after, about }: Place,
  published: readonly Definition[] = [],
): { definition: Definition; id: string } {
  const id = freshId([definition, ...published]);
  const question = defaultQuestion(kind, id);
  if (!about) return { definition: { ...definition, questions: withAfter(definition.questions, question, after) }, id };
  const { questions, ...rest } = definition.about ?? { why: '', questions: [] };
  const asked = question.kind === 'area' ? question : ({ ...question, preferNot: true } as Question);
  return { definition: { ...definition, about: { ...rest, questions: withAfter(questions, asked, after) } }, id };
}

function withAfter(list: readonly Question[], question: Question, after: string): Question[] {
  const at = list.findIndex(each => each.id === after);
  return list.toSpliced(at < 0 ? list.length : at + 1, 0, question);
}

/** A question's id that none of these has used. */
export const freshId = (definitions: readonly Definition[]): string =>
  nextQuestionId(definitions.flatMap(each => everyQuestion(each).map(idOf)));

const idOf = ({ id }: { id: string }): string => id;

/** The survey with this question in the place of the one with its id. */
export const replaceQuestion = (definition: Definition, question: Question): Definition =>
  inListOf(definition, question.id, list => list.map(each => (each.id === question.id ? question : each)));

/** The survey with that list changed which holds the question of this id: those that are asked, or those ‘about you’. */
export function inListOf(definition: Definition, id: string, edit: (list: Question[]) => Question[]): Definition {
  const { about } = definition;
  if (!about || !isAbout(definition, id)) return { ...definition, questions: edit(definition.questions) };
  const { breakdown, ...rest } = { ...about, questions: edit(about.questions) };
  const stays = rest.questions.some(each => each.id === breakdown);
  return { ...definition, about: stays ? { ...rest, breakdown } : rest };
}

/** Whether a question is one of those ‘about you’. */
export const isAbout = ({ about }: Pick<Definition, 'about'>, id: string): boolean =>
  about?.questions.some(each => each.id === id) ?? false;

export type Move = 'up' | 'down' | 'copy' | 'removal';
export const isMove = (word: string): word is Move => ['up', 'down', 'copy', 'removal'].includes(word);

/** A button beside a question was pressed. An id that is not there changes nothing. */
export function move(
  definition: Definition,
  id: string,
  what: Move,
  published: readonly Definition[] = [],
): Definition {
  const fresh = freshId([definition, ...published]);
  return inListOf(definition, id, list => moved(list, id, what, fresh));
}

function moved(list: Question[], id: string, what: Move, fresh: string): Question[] {
  const at = list.findIndex(each => each.id === id);
  const question = list[at];
  if (!question) return list;
  if (what === 'removal') return list.toSpliced(at, 1);
  if (what !== 'copy') return swapped(list, at, what === 'up' ? at - 1 : at + 1);
  // 'Who is answering' is asked once, so a copy of it would not be a survey any more.
  return question.kind === 'who-is-answering' ? list : list.toSpliced(at + 1, 0, copyOf(question, fresh));
}

/** Its rules ask for the answer to the copy where they asked for its own. */
function copyOf(question: Question, id: string): Question {
  const { questions } = withRulesRenamed({ format: 1, questions: [question] }, question.id, id);
  return { ...(questions[0] ?? question), id };
}

function swapped(questions: Question[], one: number, other: number): Question[] {
  const [first, second] = [questions[one], questions[other]];
  if (!first || !second) return questions;
  return questions.with(one, second).with(other, first);
}

/** ‘About you’ asks for what can be counted, and takes ‘I prefer not to say’ for an answer. */
const aboutKinds: readonly KindName[] = ['choose-one', 'choose-many', 'area'];

/** The kinds that can be added: 'who is answering' once only. */
export function kindsToAdd(definition: Definition, about: boolean): KindName[] {
  const asked = definition.questions.some(each => each.kind === 'who-is-answering');
  const all = about ? aboutKinds : Object.keys(kinds).filter(isKind);
  return all.filter(kind => kind !== 'who-is-answering' || !asked);
}

/** The kind that a next question starts as: this one's, unless what comes after it is most likely another. */
export function kindAfter(question: Question, offered: readonly KindName[]): KindName {
  const isApart = question.kind === 'information' || question.kind === 'who-is-answering';
  return !isApart && offered.includes(question.kind) ? question.kind : 'choose-one';
}
