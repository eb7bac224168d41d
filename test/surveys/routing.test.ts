import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END, holds } from '../../src/surveys/conditions.ts';
import { answersToSend, stepsOf } from '../../src/surveys/answers.ts';
import { parseDefinition, type Answer, type Definition } from '../../src/surveys/definition.ts';
import { pagesOf, type Page } from '../../src/surveys/pages.ts';
import { loopsIn, unreachable } from '../../src/surveys/reachable.ts';
import { lookingAhead } from '../../src/surveys/routing.ts';
import { pathOf } from '../../src/surveys/steps.ts';
import { anyAnswers, aRoutedSurvey, everyAnswer } from './routed.ts';

// 10,000 random surveys for each law.
const RUNS = { numRuns: 10_000 };
const MINUTES = 300_000;

const withAnswers = fc
  .oneof(aRoutedSurvey(6), aRoutedSurvey(6, { onwards: true }))
  .chain(definition => fc.tuple(fc.constant(definition), anyAnswers(definition)));

/** Rules may lead back, as long as nobody walks in a circle. */
const withoutCircles = aRoutedSurvey(4).filter(definition => loopsIn(pagesOf(definition)).length === 0);

const ids = (list: readonly { id: string }[]) => list.map(each => each.id);
const walked = (definition: Definition, answers: Record<string, Answer | null>) =>
  ids(pathOf(stepsOf(definition), answers));

describe('walking a survey that branches', () => {
  test('every survey that is made up here is one that can be kept', () => {
    fc.assert(
      fc.property(aRoutedSurvey(6), definition => {
        const parsed = parseDefinition(JSON.stringify(definition));
        expect(parsed.ok ? [] : parsed.errors).toEqual([]);
      }),
    );
  });

  test(
    'every path ends, and without a circle in its rules it ends where the survey does',
    () => {
      fc.assert(
        fc.property(withAnswers, ([definition, answers]) => {
          const path = walked(definition, answers).filter(id => id !== 'quote');
          expect(new Set(path).size).toBe(path.length);
          if (loopsIn(pagesOf(definition)).length > 0) return;
          expect(walkNaively(pagesOf(definition), answers)).toEqual({ ids: path, ended: true });
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  test(
    'the path depends on the answers along it alone',
    () => {
      fc.assert(
        fc.property(
          withAnswers.chain(([made, answers]) => fc.tuple(fc.constant(made), fc.constant(answers), anyAnswers(made))),
          ([definition, answers, others]) => {
            const path = walked(definition, answers);
            const along = Object.fromEntries(Object.entries(answers).filter(([id]) => path.includes(id)));
            expect(walked(definition, along)).toEqual(path);
            const besides = Object.fromEntries(Object.entries(others).filter(([id]) => !path.includes(id)));
            expect(walked(definition, { ...besides, ...along })).toEqual(path);
            expect(walked(definition, Object.fromEntries(Object.entries(answers).reverse()))).toEqual(path);
          },
        ),
        RUNS,
      );
    },
    MINUTES,
  );

  test(
    'nothing off the path is stored, everything on it is, and what is stored walks the same path',
    () => {
      fc.assert(
        fc.property(withAnswers, ([definition, answers]) => {
          const path = walked(definition, answers);
          const stored = answersToSend(definition, { ...answers, quote: 'yes' });
          const given = path.filter(id => (answers[id] ?? null) !== null || id === 'quote');
          expect(Object.keys(stored).sort()).toEqual(given.sort());
          expect(walked(definition, stored)).toEqual(path);
        }),
        RUNS,
      );
    },
    MINUTES,
  );
});

describe('what nobody can reach', () => {
  test(
    'agrees with trying every way of answering',
    () => {
      fc.assert(
        fc.property(fc.oneof(aRoutedSurvey(4, { onwards: true }), withoutCircles), definition => {
          const pages = pagesOf(definition);
          const reached = new Set<string>();
          tryEverything(pages, 0, {}, new Set(), reached);
          expect(unreachable(pages)).toEqual(ids(pages).filter(id => !reached.has(id)));
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  test(
    'circles are found just where the ways on do not end',
    () => {
      fc.assert(
        fc.property(aRoutedSurvey(6), definition => {
          const pages = pagesOf(definition);
          expect(loopsIn(pages).length > 0).toBe(!canBeOrdered(pages));
        }),
        RUNS,
      );
    },
    MINUTES,
  );

  test('names a page behind rules that cannot hold together', () => {
    const option = (id: string) => ({ id, words: id });
    const definition: Definition = {
      format: 1,
      questions: [
        {
          id: 'q1',
          kind: 'choose-one',
          ask: 'Are you a parent?',
          options: [option('yes'), option('no')],
          required: true,
          next: [
            { when: { q: 'q1', anyOf: ['yes'] }, to: 'q3' },
            { when: { q: 'q1', anyOf: ['no'] }, to: 'q3' },
          ],
        },
        { id: 'q2', kind: 'long-text', ask: 'What else?' },
        { id: 'q3', kind: 'number', ask: 'How many?', bins: [] },
      ],
    };
    expect(unreachable(pagesOf(definition))).toEqual(['q2']);
  });
});

describe('a survey with more ways through it than can be tried', () => {
  const letters = [...'abcdefghi'];
  const many = (id: string, options: number, about: [string, number][]) => ({
    id,
    kind: 'choose-many' as const,
    ask: id,
    options: letters.slice(0, options).map(each => ({ id: each, words: each })),
    next: about.flatMap(([q, n]) => letters.slice(0, n).map(each => ({ when: { q, anyOf: [each] }, to: 'q5' }))),
  });
  const wide = [
    many('q1', 7, []),
    many('q2', 7, []),
    many('q3', 9, [['q3', 9]]),
    many('q4', 2, [
      ['q1', 7],
      ['q2', 7],
    ]),
    many('q5', 2, []),
  ];

  test('is looked through in a moment', () => {
    const pages = pagesOf({ questions: wide });
    const times = [1, 2, 3].map(() => {
      const begun = process.threadCpuUsage();
      expect(unreachable(pages)).toEqual([]);
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1000;
    });
    expect(Math.min(...times), 'milliseconds of the processor, whatever else it does').toBeLessThan(200);
  });

  test('has a page named that no rule leads to, whatever is answered', () => {
    const answered = { q: 'q6', answered: true as const };
    const next = [answered, { not: answered }].map(when => ({ when, to: 'q8' }));
    const [q7, q8] = [many('q7', 2, []), many('q8', 2, [])];
    expect(unreachable(pagesOf({ questions: [{ ...many('q6', 2, []), next }, q7, q8, ...wide] }))).toEqual(['q7']);
  });
});

/** The next page, found anew for the tests: by the rules in order, then by the list. */
function nextOf(pages: readonly Page[], at: number, along: Record<string, Answer>): number {
  for (const { when, to } of pages[at]?.next ?? []) {
    if (holds(when, along)) return to === END ? pages.length : pages.findIndex(page => page.part === to);
  }
  return at + 1;
}

function walkNaively(
  pages: readonly Page[],
  answers: Record<string, Answer | null>,
): { ids: string[]; ended: boolean } {
  const been: string[] = [];
  const along: Record<string, Answer> = {};
  let at = 0;
  while (at < pages.length && been.length <= pages.length) {
    const { id } = pages[at] as Page;
    been.push(id);
    const answer = answers[id] ?? null;
    if (answer !== null) along[id] = answer;
    at = nextOf(pages, at, along);
  }
  return { ids: been, ended: at >= pages.length };
}

/** Every answer to every page on the way, without leaving one out. */
function tryEverything(
  pages: readonly Page[],
  at: number,
  along: Record<string, Answer>,
  been: ReadonlySet<number>,
  reached: Set<string>,
): void {
  const page = pages[at];
  if (!page || been.has(at)) return;
  reached.add(page.id);
  for (const answer of everyAnswer(page.question)) {
    const given = answer === null ? along : { ...along, [page.id]: answer };
    tryEverything(pages, nextOf(pages, at, given), given, new Set([...been, at]), reached);
  }
}

/** Whether the pages can be put in an order in which every way on leads forward (Kahn). */
function canBeOrdered(pages: readonly Page[]): boolean {
  const left = new Map(
    pages.map((page, at) => [at, [at + 1, ...page.next.map(({ to }) => pages.findIndex(each => each.part === to))]]),
  );
  for (;;) {
    const free = [...left].filter(([, ways]) => !ways.some(way => left.has(way)));
    if (free.length === 0) return left.size === 0;
    for (const [at] of free) left.delete(at);
  }
}

test('a rule that looks at what is asked later is named at its question', () => {
  const next = [{ when: { q: 'q2', answered: true as const }, to: 'end' }];
  const first = { id: 'q1', kind: 'short-text' as const, ask: 'First?', next };
  const second = { id: 'q2', kind: 'short-text' as const, ask: 'Second?' };
  expect([...lookingAhead({ format: 1, questions: [first, second] })]).toEqual([
    ['q1', 'A rule looks at Question 2, which is asked later.'],
  ]);
  expect([...lookingAhead({ format: 1, questions: [second, first] })]).toEqual([]);
});
