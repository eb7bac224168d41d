import fc from 'fast-check';
import { expect, test } from 'vitest';
import { skipsOf, type Shown } from '../../src/imports/skip-rules.ts';
import { END, holds, type Condition } from '../../src/surveys/conditions.ts';
import type { Question } from '../../src/surveys/definition.ts';
import type { Answers } from '../../src/surveys/kinds/kind.ts';
import { journey, pathOf } from '../../src/surveys/steps.ts';

const IDS = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'];

/** Conditions on earlier pages alone, as theirs are. */
const whenAt = (at: number): fc.Arbitrary<Condition | null> => {
  if (at === 0) return fc.constant(null);
  const one = fc.record({
    q: fc.constantFrom(...IDS.slice(0, at)),
    anyOf: fc.constantFrom<string[]>(['a'], ['b'], ['a', 'b']),
  });
  const some: fc.Arbitrary<Condition> = fc.oneof(
    one,
    one.map(not => ({ not })),
    fc.tuple(one, one).map(and => ({ and })),
    fc
      .tuple(
        one,
        one.map(not => ({ not })),
      )
      .map(or => ({ or })),
  );
  return fc.option(some, { nil: null });
};

const survey = fc.tuple(...IDS.map((id, at) => whenAt(at).map((when): Shown => ({ id, when }))));
const answers = fc.tuple(...IDS.map(() => fc.constantFrom('a', 'b', null)));

test('whoever answers meets just the pages whose conditions hold for what they were asked before', () => {
  fc.assert(
    fc.property(survey, answers, (pages, given) => {
      const { rules, tooMany } = skipsOf(pages);
      expect(tooMany).toEqual([]);
      const options = ['a', 'b'].map(id => ({ id, words: id }));
      const questions = pages.map(({ id }): Question => ({
        id,
        kind: 'choose-one',
        ask: id,
        options,
        next: rules.get(id),
      }));
      const all = Object.fromEntries(IDS.map((id, at) => [id, given[at] ?? null])) as Answers;
      const path = pathOf(journey({ format: 1, questions }), all).map(step => step.id);
      const asked: Answers = {};
      const expected = pages.filter(({ id, when }) => {
        const isAsked = when === null || holds(when, asked);
        if (isAsked && all[id] !== null) asked[id] = all[id] ?? null;
        return isAsked;
      });
      expect(path).toEqual(expected.map(page => page.id));
    }),
    { numRuns: 2_000 },
  );
});

test('no rule asks about a page that it leads past, or what a rule before it asks', () => {
  const answered = (q: string): Condition => ({ q, answered: true });
  const whens = [null, answered('q1'), answered('q2'), answered('q2'), { and: [answered('q1'), answered('q3')] }];
  const pages = whens.map((when, at): Shown => ({ id: `q${at + 1}`, when }));
  const { rules } = skipsOf(pages);
  expect(rules.get('q1')).toEqual([
    { when: answered('q1'), to: 'q2' },
    { when: { not: answered('q1') }, to: END },
  ]);
  expect(rules.get('q2')).toEqual([
    { when: answered('q2'), to: 'q3' },
    { when: { not: answered('q2') }, to: END },
  ]);
});

test('a page under more conditions than a page may have rules is asked of everybody, and named', () => {
  const many = Array.from({ length: 70 }, (_, at): Shown => ({
    id: `q${at + 1}`,
    when: at === 0 ? null : { q: 'q1', anyOf: ['a'] },
  }));
  const { rules, tooMany } = skipsOf(many);
  expect(tooMany.length).toBeGreaterThan(0);
  for (const list of rules.values()) expect(list.length).toBeLessThanOrEqual(60);
});
