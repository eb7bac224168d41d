import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deltasOf, sumCounted, sumDeltas, type Delta, type Facts } from '../../src/analysis/tally-rules.ts';
import { kindOf, type Answers, type Definition } from '../../src/surveys/definition.ts';
import { aDefinition, aSurveyAndAnswers, someAnswers } from '../surveys/arbitrary.ts';

const facts: fc.Arbitrary<Facts> = fc.record({
  day: fc.constantFrom('2026-11-20', '2026-11-21', '2026-11-22'),
  channel: fc.constantFrom('online', 'paper', 'parent'),
  who: fc.constantFrom('parent', 'young', null),
  version: fc.constantFrom('plain', 'ur'),
});

const sent = (definition: Definition) => fc.record({ answers: someAnswers(definition), facts });

const aSurveyAndResponses = aDefinition.chain(definition =>
  fc.tuple(fc.constant(definition), fc.array(sent(definition), { maxLength: 12 })),
);

const all = (definition: Definition, responses: { answers: Answers; facts: Facts }[], sign: 1 | -1 = 1): Delta[] =>
  responses.flatMap(each => deltasOf(definition, each.answers, each.facts, sign));

const count = (tallies: Delta[], question: string, option: string, dimension = 'all', value = ''): number =>
  tallies.find(
    each =>
      each.question === question && each.option === option && each.dimension === dimension && each.value === value,
  )?.change ?? 0;

describe('what a response adds to the counts', () => {
  const definition: Definition = {
    format: 1,
    questions: [
      { id: 'q1', kind: 'choose-many', ask: 'Which?', options: [...'abc'].map(id => ({ id, words: id })) },
      { id: 'q2', kind: 'long-text', ask: 'Why?' },
      { id: 'q3', kind: 'agreement', ask: 'Is it easy?' },
      { id: 'q4', kind: 'information', ask: 'Read', body: 'Read' },
    ],
  };
  const given = { day: '2026-11-22', channel: 'online', who: null, version: 'easy' } as const;

  test('each cell, that it was answered or not, and the response itself; words are never an option', () => {
    const tallies = deltasOf(definition, { q1: ['a', 'c'], q2: 'My words', q3: null }, given, 1);
    const cells = tallies.filter(each => each.dimension === 'all').map(each => `${each.question} ${each.option}`);
    expect(cells).toEqual([' *', 'q1 *', 'q1 a', 'q1 c', 'q2 *', 'q3 -']);
    expect(JSON.stringify(tallies)).not.toContain('My words');
  });

  test('over one dimension at a time', () => {
    const tallies = deltasOf(definition, {}, given, 1).filter(each => each.question === '');
    expect(tallies.map(({ dimension, value, change }) => [dimension, value, change])).toEqual([
      ['all', '', 1],
      ['channel', 'online', 1],
      ['day', '2026-11-22', 1],
      ['version', 'easy', 1],
      ['who', '-', 1],
    ]);
  });

  test('words that were deleted later still count as answered', () => {
    expect(count(deltasOf(definition, { q2: '' }, given, 1), 'q2', '*')).toBe(1);
  });
});

describe('laws of counting', () => {
  test('many counted together are the sum of each', () => {
    fc.assert(
      fc.property(aSurveyAndResponses, fc.array(fc.constantFrom<1 | -1>(1, -1)), ([definition, responses], signs) => {
        const list = responses.map((each, at) => ({ ...each, definition, sign: signs[at] ?? 1 }));
        const each = list.flatMap(({ answers, facts, sign }) => deltasOf(definition, answers, facts, sign));
        expect(sumCounted(list)).toEqual(sumDeltas(each));
      }),
    );
  });

  test('taking out undoes putting in', () => {
    fc.assert(
      fc.property(aSurveyAndAnswers, facts, ([definition, answers], given) => {
        const there = deltasOf(definition, answers, given, 1);
        expect(sumDeltas([...there, ...deltasOf(definition, answers, given, -1)])).toEqual([]);
      }),
    );
  });

  test('where one answer is chosen, its options and "not answered" add up to the responses, in every dimension', () => {
    fc.assert(
      fc.property(aSurveyAndResponses, ([definition, responses]) => {
        const tallies = sumDeltas(all(definition, responses));
        for (const question of definition.questions.filter(each => kindOf(each).control === 'radios'))
          for (const { dimension, value, change } of tallies.filter(each => each.question === '')) {
            const options = kindOf(question)
              .tallyOptions(question)
              .map(each => each.id);
            const sum = [...options, '-'].reduce((n, id) => n + count(tallies, question.id, id, dimension, value), 0);
            expect(sum).toBe(change);
            expect(
              count(tallies, question.id, '*', dimension, value) + count(tallies, question.id, '-', dimension, value),
            ).toBe(change);
          }
      }),
    );
  });

  test('every dimension adds up to all', () => {
    fc.assert(
      fc.property(aSurveyAndResponses, ([definition, responses]) => {
        const tallies = sumDeltas(all(definition, responses));
        for (const one of tallies.filter(each => each.dimension === 'all'))
          for (const dimension of ['day', 'channel', 'who', 'version']) {
            const same = tallies.filter(each => each.question === one.question && each.option === one.option);
            const parts = same.filter(each => each.dimension === dimension);
            expect(parts.reduce((sum, each) => sum + each.change, 0)).toBe(one.change);
          }
      }),
    );
  });

  test('the order of arrival changes nothing', () => {
    fc.assert(
      fc.property(aSurveyAndResponses, ([definition, responses]) => {
        expect(sumDeltas(all(definition, responses.toReversed()))).toEqual(sumDeltas(all(definition, responses)));
      }),
    );
  });

  test('sums come without zeros, a cell once, in the order of the key', () => {
    fc.assert(
      fc.property(
        aSurveyAndResponses,
        fc.infiniteStream(fc.constantFrom(1 as const, -1 as const)),
        ([definition, responses], signs) => {
          const list = responses.flatMap(each => all(definition, [each], signs.next().value ?? 1));
          const before = structuredClone(list);
          const sums = sumDeltas(list);
          const keys = sums.map(({ dimension, value, question, option }) =>
            [dimension, value, question, option].join('\0'),
          );
          expect(keys).toEqual([...new Set(keys)].sort());
          expect(sums.every(each => each.change !== 0)).toBe(true);
          expect(list).toEqual(before);
        },
      ),
    );
  });

  const acts = aDefinition.chain(definition =>
    fc.tuple(
      fc.constant(definition),
      fc.array(
        fc.record({
          act: fc.constantFrom('send', 'send', 'change', 'withdraw'),
          at: fc.nat(),
          response: sent(definition),
        }),
        { maxLength: 25 },
      ),
    ),
  );

  test('after any sending, changing and withdrawing, the kept tallies are what a recount finds', () => {
    fc.assert(
      fc.property(acts, ([definition, list]) => {
        const kept: Delta[] = [];
        const responses: { answers: Answers; facts: Facts }[] = [];
        for (const { act, at, response } of list) {
          const place = responses.length === 0 ? 0 : at % responses.length;
          const out = act === 'send' ? [] : responses.splice(place, 1);
          const into = act === 'withdraw' ? [] : [response];
          responses.push(...into);
          kept.push(...sumDeltas([...all(definition, out, -1), ...all(definition, into)]));
        }
        expect(sumDeltas(kept)).toEqual(sumDeltas(all(definition, responses)));
      }),
    );
  });
});
