/** What one part of a survey says of another: ids, and where rules lead. */
import type { Definition } from './definition.ts';
import { comparisonsIn, END, type Comparison } from './conditions.ts';
import { kindOf, type Question } from './kinds/registry.ts';
import { itemId } from './pages.ts';

/** What is wrong, and at which question. */
export type Fault = { id: string | null; what: string };

/** Everything that does not fit together, as the ends of sentences. */
export function faultsIn(definition: Definition): Fault[] {
  const { questions, about } = definition;
  return [
    ...clashes([...questions, ...(about?.questions ?? [])]),
    ...questions.flatMap(question => ruleFaults(question, questions)),
    ...aboutFaults(definition),
  ];
}

/** Ids stand in answers and tallies, so each belongs to one question. 'Who is answering' feeds a breakdown: once only. */
function clashes(questions: readonly Question[]): Fault[] {
  return questions.flatMap((question, at) => {
    const before = questions.slice(0, at);
    const say = (what: string) => ({ id: question.id, what });
    const errors = before.some(each => each.id === question.id) ? [say('two questions have this id; change one')] : [];
    const second = question.kind === 'who-is-answering' && before.some(each => each.kind === question.kind);
    return second ? [...errors, say('ask who is answering only once')] : errors;
  });
}

function ruleFaults(question: Question, questions: readonly Question[]): Fault[] {
  const say = (what: string) => ({ id: question.id, what });
  return (question.next ?? []).flatMap(({ when, to }) => {
    const known = to === END || questions.some(each => each.id === to);
    const strange = comparisonsIn(when).flatMap(each => comparisonFault(each, questions) ?? []);
    return [...(known ? [] : [say(`there is no question '${to}' to go to`)]), ...strange.map(say)];
  });
}

/** What is wrong with one comparison of a rule, or null. */
export function comparisonFault(comparison: Comparison, questions: readonly Question[]): string | null {
  const { q } = comparison;
  const question = questionAt(questions, q);
  if (!question || (question.id === q && question.kind === 'items'))
    return `a rule asks about '${q}', which is no question`;
  if (question.kind === 'information') return `a rule asks about '${q}', which asks nothing`;
  if ('atLeast' in comparison || 'atMost' in comparison)
    return question.kind === 'number' ? null : `'${q}' is no number`;
  if ('onOrAfter' in comparison || 'onOrBefore' in comparison)
    return question.kind === 'date' ? null : `'${q}' is no date`;
  if ('answered' in comparison) return null;
  const ids = 'anyOf' in comparison ? comparison.anyOf : comparison.allOf;
  const stranger = ids.find(id => !offers(question, id));
  return stranger === undefined ? null : `'${q}' has no answer '${stranger}'`;
}

/** The question with this id, or the one whose item has it. */
export const questionAt = (questions: readonly Question[], id: string): Question | undefined =>
  questions.find(each => each.id === id || isItemOf(each, id));

const isItemOf = (question: Question, id: string): boolean =>
  question.kind === 'items' && question.options.some(each => itemId(question.id, each.id) === id);

/** Whether an answer has this id. */
export function offers(question: Question, id: string): boolean {
  if (question.kind === 'items') return ['1', '2', '3', '4', '5', 'ns'].includes(id);
  if (question.kind === 'number' || question.kind === 'date') return false;
  return kindOf(question)
    .tallyOptions(question)
    .some(choice => choice.id === id);
}

const ABOUT_KINDS = ['choose-one', 'choose-many', 'area'];

/** 'About you' is asked on its own, in order: short questions that lead nowhere. */
function aboutFaults({ about }: Definition): Fault[] {
  if (!about) return [];
  const { questions, breakdown } = about;
  const wrong = questions.flatMap((question): Fault[] => {
    const say = (what: string) => ({ id: question.id, what });
    return [
      ...(ABOUT_KINDS.includes(question.kind)
        ? []
        : [say(`'about you' takes questions of kind ${ABOUT_KINDS.join(', ')}`)]),
      ...(question.next ? [say("the questions 'about you' have no rules")] : []),
      ...('options' in question && !('preferNot' in question && question.preferNot)
        ? [say("offer 'prefer not to say' (preferNot)")]
        : []),
      ...(question.required ? [say("nobody has to answer 'about you'")] : []),
    ];
  });
  const counted = questions.find(each => each.id === breakdown);
  if (breakdown === undefined || counted?.kind === 'choose-one') return wrong;
  return [...wrong, { id: null, what: `'breakdown' names a question 'about you' of kind choose-one` }];
}
