/** What differs between two versions of a survey. Questions and options are the same where their ids agree. */
import type { Definition } from './definition.ts';
import { kindOf, type Question } from './kinds/registry.ts';

export type Difference =
  /** About one question of either version, those 'about you' included. */
  | { what: QuestionDifference; id: string }
  | { what: 'option-added' | 'option-removed' | 'option-reworded'; id: string; option: string }
  /** About the survey as a whole. */
  | { what: 'order' | 'editions' | 'about'; id: null };

/** `scale`: it is counted in other groups, or chosen on another scale. `limits`: what can be written or chosen. */
export type QuestionDifference =
  'added' | 'removed' | 'kind' | 'scale' | 'reworded' | 'limits' | 'rules' | 'editions' | 'important' | 'required';

export function compare(before: Definition, after: Definition): Difference[] {
  const [was, is] = [everyQuestion(before), everyQuestion(after)];
  return [
    ...is.flatMap((question): Difference[] => {
      const old = was.find(each => each.id === question.id);
      return old ? between(old, question) : [{ what: 'added', id: question.id }];
    }),
    ...was.filter(old => !is.some(each => each.id === old.id)).map(({ id }): Difference => ({ what: 'removed', id })),
    ...asAWhole(before, after),
  ];
}

/** The ids of the questions that are in one and were not in the other. */
export function newIn(before: Definition, after: Definition): string[] {
  const known = new Set(everyQuestion(before).map(each => each.id));
  return everyQuestion(after).flatMap(({ id }) => (known.has(id) ? [] : id));
}

/** Every question of a survey, those 'about you' last. */
export const everyQuestion = ({ questions, about }: Definition): Question[] => [
  ...questions,
  ...(about?.questions ?? []),
];

function between(was: Question, is: Question): Difference[] {
  const { id } = is;
  if (was.kind !== is.kind) return [{ what: 'kind', id }];
  const differs = (part: (question: Question) => unknown, what: QuestionDifference): Difference[] =>
    same(part(was), part(is)) ? [] : [{ what, id }];
  return [
    ...differs(scaleOf, 'scale'),
    ...differs(saidBy, 'reworded'),
    ...options(was, is),
    ...differs(limitsOf, 'limits'),
    ...differs(question => question.next ?? [], 'rules'),
    ...differs(question => withoutMarks(question.editions), 'editions'),
    ...differs(question => question.important, 'important'),
    ...differs(question => ('required' in question ? question.required : undefined), 'required'),
  ];
}

/** How answers are counted, apart from the options. What was counted one way can't be added to what is counted another. */
function scaleOf(question: Question): unknown {
  switch (question.kind) {
    case 'number':
    case 'area':
      return question.bins;
    case 'date':
      return [question.min !== undefined && question.max !== undefined ? question.bins : null, question.precision];
    case 'faces':
      return question.faces ?? 5;
    case 'items':
      return question.faces;
    case 'pictures':
      return question.many;
    default:
      return null;
  }
}

/** Its words, apart from the options. */
export const saidBy = (question: Question): unknown => [
  question.ask,
  'hint' in question ? question.hint : undefined,
  question.kind === 'information' ? question.body : undefined,
  question.kind === 'number' ? question.unit : undefined,
  'points' in question ? question.points : undefined,
];

const limitsOf = (question: Question): unknown => [
  'min' in question ? question.min : undefined,
  'max' in question ? question.max : undefined,
  'limit' in question ? question.limit : undefined,
  'atMost' in question ? question.atMost : undefined,
];

type Offered = { id: string; said: string };

function options(was: Question, is: Question): Difference[] {
  const [old, now] = [offered(was), offered(is)];
  const { id } = is;
  return [
    ...now.flatMap((each): Difference[] => {
      const before = old.find(other => other.id === each.id);
      if (!before) return [{ what: 'option-added', id, option: each.id }];
      return before.said === each.said ? [] : [{ what: 'option-reworded', id, option: each.id }];
    }),
    ...old
      .filter(each => !now.some(other => other.id === each.id))
      .map((each): Difference => ({ what: 'option-removed', id, option: each.id })),
  ];
}

/** What can be chosen by its id, where an officer says what that is. */
function offered(question: Question): Offered[] {
  if (!('options' in question) && question.kind !== 'who-is-answering') return [];
  const choices = question.kind === 'items' ? question.options : kindOf(question).tallyOptions(question);
  return choices.map(choice => ({ id: choice.id, said: JSON.stringify(choice) }));
}

function asAWhole(before: Definition, after: Definition): Difference[] {
  const common = (one: Definition, other: Definition) =>
    one.questions.map(each => each.id).filter(id => other.questions.some(each => each.id === id));
  const about = ({ about }: Definition) => [about?.why, about?.breakdown];
  return [
    ...(same(common(before, after), common(after, before)) ? [] : [{ what: 'order' as const, id: null }]),
    ...(same(withoutMarks(before.editions), withoutMarks(after.editions))
      ? []
      : [{ what: 'editions' as const, id: null }]),
    ...(same(about(before), about(after)) ? [] : [{ what: 'about' as const, id: null }]),
  ];
}

/** What editions say, without the marks of what that was written for: families never see those. */
const withoutMarks = (editions: Partial<Record<string, object>> = {}): unknown =>
  Object.entries(editions).map(([edition, words]) => [edition, { ...words, writtenFor: undefined }]);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
