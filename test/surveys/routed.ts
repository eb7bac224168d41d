/** Made-up surveys that branch, small enough that every way of answering them can be tried. */
import * as fc from 'fast-check';
import type { Condition, Rule } from '../../src/surveys/conditions.ts';
import type { Answer, Definition, Question } from '../../src/surveys/definition.ts';
import { pagesOf } from '../../src/surveys/pages.ts';

const option = (id: string) => ({ id, words: `Answer ${id}` });

type Made = { kind: string; more: object };
const made = (kind: string, more: object): Made => ({ kind, more });

const kinds: fc.Arbitrary<Made> = fc.constantFrom(
  made('choose-one', { options: ['a', 'b'].map(option) }),
  made('choose-one', { options: ['a', 'b', 'c'].map(option), required: true }),
  made('choose-many', { options: ['a', 'b'].map(option), none: true }),
  made('choose-many', { options: ['a', 'b', 'c'].map(option), atMost: 2, required: true }),
  made('top-three', { options: ['a', 'b'].map(option) }),
  made('number', { min: 0, max: 3, bins: [] }),
  made('date', { min: '2026-03-01', max: '2026-03-04', bins: 'month' }),
  made('date', { precision: 'month', min: '2026-02-15', max: '2026-04-15', bins: 'month' }),
  made('items', { options: ['a', 'b'].map(option), faces: true }),
  made('faces', { faces: 3 }),
  made('short-text', {}),
  made('information', { body: 'Read this.' }),
);

const DAYS = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];

function comparisonOf({ id, kind, more }: Made & { id: string }): fc.Arbitrary<Condition> | null {
  const q = kind === 'items' ? `${id}-a` : id;
  const answered = fc.constant({ q, answered: true as const });
  if (kind === 'information') return null;
  if (kind === 'short-text') return answered;
  if (kind === 'number') {
    const n = fc.integer({ min: -1, max: 4 });
    return fc.oneof(
      answered,
      n.map(atLeast => ({ q, atLeast })),
      n.map(atMost => ({ q, atMost })),
    );
  }
  if (kind === 'date') {
    const day = fc.constantFrom(...DAYS);
    return fc.oneof(
      day.map(onOrAfter => ({ q, onOrAfter })),
      day.map(onOrBefore => ({ q, onOrBefore })),
    );
  }
  const offered =
    'options' in more && kind !== 'items' ? (more.options as { id: string }[]).map(each => each.id) : ['1', '3'];
  const some = fc.subarray(offered, { minLength: 1 });
  return fc.oneof(
    answered,
    some.map(anyOf => ({ q, anyOf })),
    some.map(allOf => ({ q, allOf })),
  );
}

function conditionOn(questions: readonly (Made & { id: string })[]): fc.Arbitrary<Condition> | null {
  const known = questions.flatMap(question => comparisonOf(question) ?? []);
  if (known.length === 0) return null;
  const one = fc.oneof(...known);
  const list = fc.array(one, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    one,
    one.map(not => ({ not })),
    list.map(and => ({ and })),
    list.map(or => ({ or })),
  );
}

/** `onwards` lets rules lead only to later pages, so that there is never a circle. */
export const aRoutedSurvey = (most: number, { onwards = false } = {}): fc.Arbitrary<Definition> =>
  fc.array(kinds, { minLength: 1, maxLength: most }).chain(list => {
    const questions = list.map((each, at) => ({ ...each, id: `q${at + 1}` }));
    const rules = questions.map((_, at) => rulesFor(questions, at, onwards));
    return fc
      .tuple(...rules)
      .map(made => ({ format: 1, questions: questions.map((each, at) => questionOf(each, made[at])) }));
  });

function rulesFor(questions: readonly (Made & { id: string })[], at: number, onwards: boolean): fc.Arbitrary<Rule[]> {
  const condition = conditionOn(questions);
  const later = onwards ? questions.slice(at + 1) : questions;
  const to = fc.constantFrom('end', ...later.map(each => each.id));
  return condition ? fc.array(fc.record({ when: condition, to }), { maxLength: 2 }) : fc.constant([]);
}

const questionOf = ({ id, kind, more }: Made & { id: string }, next: Rule[] = []): Question =>
  ({ id, kind, ask: 'What do you say?', ...more, ...(next.length > 0 ? { next } : {}) }) as Question;

/** Every answer that somebody could give to a page, null for skipping it. */
export function everyAnswer(question: Question): (Answer | null)[] {
  const skip = question.required ? [] : [null];
  if (question.kind === 'number') return [...skip, 0, 1, 2, 3];
  if (question.kind === 'date')
    return [...skip, ...(question.precision === 'month' ? ['2026-02', '2026-03', '2026-04'] : DAYS.slice(1, 5))];
  if (question.kind === 'short-text') return [...skip, 'Words'];
  if (question.kind === 'faces')
    return [...skip, ...(question.faces === 3 ? ['1', '3', '5', 'ns'] : ['1', '2', '3', '4', '5', 'ns'])];
  if (question.kind === 'choose-one') return [...skip, ...question.options.map(each => each.id)];
  if (question.kind === 'top-three') return [...skip, ['a'], ['b'], ['a', 'b'], ['b', 'a']];
  if (question.kind === 'choose-many') return [...skip, ...manyOf(question.options.length === 2)];
  return [null];
}

const manyOf = (two: boolean): string[][] =>
  two ? [['a'], ['b'], ['a', 'b'], ['none']] : [['a'], ['b'], ['c'], ['a', 'b'], ['a', 'c'], ['b', 'c']];

/** Answers to any of the pages, on the path or not. */
export const anyAnswers = (definition: Definition): fc.Arbitrary<Record<string, Answer | null>> => {
  const pages = pagesOf(definition);
  return fc
    .tuple(...pages.map(page => fc.option(fc.constantFrom(...everyAnswer(page.question)), { nil: undefined })))
    .map(given =>
      Object.fromEntries(pages.flatMap((page, at) => (given[at] === undefined ? [] : [[page.id, given[at]]]))),
    );
};
