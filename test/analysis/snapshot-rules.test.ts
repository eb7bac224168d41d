import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildSnapshot,
  needsRenewal,
  responsesIn,
  sentenceThatAnswers,
  settledTallies,
  type QuestionFigures,
} from '../../src/analysis/snapshot-rules.ts';
import { deltasOf, sumDeltas, type TallyRow } from '../../src/analysis/tally-rules.ts';
import type { Answers, Definition, Question } from '../../src/surveys/definition.ts';
import { createSay } from '../../src/words/catalogue.ts';
import { aDefinition, someAnswers } from '../surveys/arbitrary.ts';

const t = createSay('plain');

const definition: Definition = {
  format: 1,
  questions: [
    { id: 'q1', kind: 'information', ask: 'About this', body: 'Read.' },
    {
      id: 'q2',
      kind: 'choose-one',
      ask: 'How hard is it to get there?',
      options: [
        { id: 'a', words: 'Easy' },
        { id: 'b', words: 'Quite hard' },
      ],
    },
    { id: 'q3', kind: 'long-text', ask: 'What would help?' },
  ],
};

const dayAt = (n: number): string => Temporal.PlainDate.from('2026-11-02').add({ days: n }).toString();

/** The tallies of responses, each with the number of its day. */
function tally(survey: Definition, responses: { answers: Answers; day?: number }[]): TallyRow[] {
  const deltas = responses.flatMap(({ answers, day = 0 }) =>
    deltasOf(survey, answers, { day: dayAt(day), channel: 'online', who: null, version: 'plain' }, 1),
  );
  return sumDeltas(deltas).map(({ change, ...cell }) => ({ ...cell, count: change }));
}

const times = (n: number, answers: Answers, day = 0) => Array.from({ length: n }, () => ({ answers, day }));

describe('when the picture is renewed', () => {
  test('at ten responses, and at ten more than the last', () => {
    expect(needsRenewal(null, 9, false)).toBe(false);
    expect(needsRenewal(null, 10, false)).toBe(true);
    expect(needsRenewal({ responses: 10 }, 19, false)).toBe(false);
    expect(needsRenewal({ responses: 10 }, 20, false)).toBe(true);
  });

  test('at the close when there is none, and then only when ten came late on paper', () => {
    expect(needsRenewal(null, 3, true)).toBe(true);
    expect(needsRenewal({ responses: 41 }, 50, true)).toBe(false);
    expect(needsRenewal({ responses: 41 }, 51, true)).toBe(true);
  });

  test('when ten have withdrawn', () => {
    expect(needsRenewal({ responses: 40 }, 30, false)).toBe(true);
  });

  test('K08 two pictures never differ by fewer than ten people, whatever comes, leaves and closes', () => {
    const steps = fc.array(fc.record({ by: fc.integer({ min: -15, max: 15 }), closed: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, moves => {
        let [people, shown] = [0, null as number | null];
        for (const { by, closed } of moves) {
          people = Math.max(0, people + by);
          if (!needsRenewal(shown === null ? null : { responses: shown }, people, closed)) continue;
          if (shown !== null) expect(Math.abs(people - shown)).toBeGreaterThanOrEqual(10);
          shown = people;
        }
      }),
    );
  });
});

describe('K08 what the picture holds', () => {
  test('the figures that are safe, with their words, and arrivals by week', () => {
    const tallies = tally(definition, [...times(30, { q2: 'b', q3: 'A bus' }), ...times(18, { q2: 'a' }, 9)]);
    expect(buildSnapshot(definition, tallies, 5, t)).toEqual({
      responses: 48,
      perQuestion: [
        {
          id: 'q2',
          ask: 'How hard is it to get there?',
          kind: 'choose-one',
          shown: true,
          base: 48,
          skipped: 0,
          rows: [
            { id: 'a', words: 'Easy', count: 18, percent: 38 },
            { id: 'b', words: 'Quite hard', count: 30, percent: 63 },
          ],
        },
        { id: 'q3', ask: 'What would help?', kind: 'long-text', shown: true, base: 30, skipped: 18, rows: [] },
      ],
      arrivals: [
        { from: '2026-11-02', to: '2026-11-08', count: 30 },
        { from: '2026-11-09', to: '2026-11-15', count: 18 },
      ],
    });
  });

  test('nothing at all while fewer than ten have answered', () => {
    const { responses, perQuestion, arrivals } = buildSnapshot(
      definition,
      tally(definition, times(9, { q2: 'a' })),
      5,
      t,
    );
    expect([responses, arrivals, perQuestion.some(each => each.shown)]).toEqual([null, [], false]);
  });

  test('no counts of a question with a small one, and none that subtraction would find', () => {
    const four = tally(definition, [...times(40, { q2: 'b' }), ...times(4, { q2: 'a' })]);
    const q2 = buildSnapshot(definition, four, 5, t).perQuestion[0];
    expect(q2).toEqual({
      ...definition.questions[1],
      options: undefined,
      shown: false,
      base: null,
      skipped: null,
      rows: [],
    });
  });

  test('an option that an earlier version offered hides the counts, as it would show by subtraction', () => {
    const old = tally(definition, [...times(20, { q2: 'b' }), ...times(20, { q2: 'a' }), ...times(3, { q2: 'gone' })]);
    expect(buildSnapshot(definition, old, 5, t).perQuestion[0]?.shown).toBe(false);
    const q2 = {
      id: 'q2',
      kind: 'choose-many' as const,
      ask: 'Which?',
      options: [...'ab'].map(id => ({ id, words: id })),
    };
    const many: Definition = { format: 1, questions: [q2] };
    const both = [...times(20, { q2: ['a'] }), ...times(20, { q2: ['b'] }), ...times(10, { q2: ['a', 'b'] })];
    const shown = (more: { answers: Answers }[]) =>
      buildSnapshot(many, tally(many, [...both, ...more]), 5, t).perQuestion[0]?.shown;
    expect([shown([]), shown(times(3, { q2: ['a', 'gone'] }))]).toEqual([true, false]);
  });

  test('a question that came later is counted among those who were asked', () => {
    const early: Definition = { format: 1, questions: definition.questions.slice(0, 2) };
    const tallies = (n: number) => [
      ...tally(definition, times(20, { q2: 'a', q3: 'A bus' })),
      ...tally(early, times(n, { q2: 'b' })),
    ];
    const merged = (n: number) => mergeRows(tallies(n));
    expect(buildSnapshot(definition, merged(20), 5, t).perQuestion[1]).toMatchObject({
      shown: true,
      base: 20,
      skipped: 0,
    });
    expect(buildSnapshot(definition, merged(4), 5, t).perQuestion[1]?.shown).toBe(false);
  });

  const word = fc.string({ minLength: 12, maxLength: 20, unit: fc.constantFrom(...'ijklmnopqrstuvw') });

  test('never a word that somebody wrote', () => {
    fc.assert(
      fc.property(word, written => {
        const figures = buildSnapshot(definition, tally(definition, times(20, { q2: 'a', q3: written })), 5, t);
        expect(JSON.stringify(figures)).not.toContain(written);
      }),
    );
  });

  const surveyed = aDefinition.chain(survey =>
    fc.tuple(fc.constant(survey), fc.array(fc.tuple(someAnswers(survey), fc.nat({ max: 30 })), { maxLength: 15 })),
  );

  test('no number of people below five, whatever the survey and the answers', () => {
    fc.assert(
      fc.property(surveyed, fc.integer({ min: 1, max: 8 }), ([survey, kinds], each) => {
        const responses = kinds.flatMap(([answers, day]) => times(each, answers, day));
        const figures = buildSnapshot(survey, tally(survey, responses), 5, t);
        for (const { base, skipped, rows } of figures.perQuestion)
          for (const people of [base, skipped || null, ...rows.map(row => row.count)])
            expect(people ?? 5).toBeGreaterThanOrEqual(5);
        for (const { count } of figures.arrivals) expect(count).toBeGreaterThanOrEqual(10);
      }),
    );
  });
});

describe('K08 questions that only some are asked', () => {
  const one = (id: string, letters: string, more: object = {}): Question => ({
    id,
    kind: 'choose-one',
    ask: `${id}?`,
    options: [...letters].map(letter => ({ id: letter, words: letter })),
    ...more,
  });
  const when = (q: string, option: string, to: string) => [{ when: { not: { q, anyOf: [option] } }, to }];
  const shownOf = (survey: Definition, responses: { answers: Answers }[]) =>
    buildSnapshot(survey, tally(survey, responses), 5, t)
      .perQuestion.filter(each => each.shown)
      .map(each => each.id);

  test('are shown where one answer that is shown leads there', () => {
    const survey: Definition = {
      format: 1,
      questions: [one('q1', 'yn', { next: when('q1', 'y', 'q3') }), one('q2', 'ab'), one('q3', 'ab')],
    };
    const people = [
      ...times(12, { q1: 'y', q2: 'a', q3: 'a' }),
      ...times(9, { q1: 'y', q2: 'b', q3: 'b' }),
      ...times(20, { q1: 'n', q3: 'a' }),
    ];
    expect(shownOf(survey, people)).toEqual(['q1', 'q2', 'q3']);
  });

  test('are hidden where how many were asked tells of a few: 20 said yes, and 18 of them went on', () => {
    const survey: Definition = {
      format: 1,
      questions: [
        one('q1', 'yn', { next: [{ when: { not: { q: 'q1', anyOf: ['y'] } }, to: 'end' }] }),
        one('q2', 'yn', { next: [{ when: { q: 'q2', anyOf: ['y'] }, to: 'end' }] }),
        one('q3', 'ab'),
      ],
    };
    const hurt = times(2, { q1: 'y', q2: 'y' });
    const others = [
      ...times(9, { q1: 'y', q2: 'n', q3: 'a' }),
      ...times(9, { q1: 'y', q2: 'n', q3: 'b' }),
      ...times(20, { q1: 'n' }),
    ];
    expect(shownOf(survey, [...hurt, ...others])).toEqual(['q1']);
  });

  test('are hidden where what leads there is: 20, 17 and 3', () => {
    const survey: Definition = {
      format: 1,
      questions: [
        one('q1', 'abc', {
          next: [
            { when: { q: 'q1', anyOf: ['b'] }, to: 'q3' },
            { when: { q: 'q1', anyOf: ['c'] }, to: 'end' },
          ],
        }),
        one('q2', 'xy', { next: [{ when: { q: 'q1', anyOf: ['a'] }, to: 'end' }] }),
        one('q3', 'xy'),
      ],
    };
    const people = [
      ...[...times(10, { q1: 'a', q2: 'x' }), ...times(10, { q1: 'a', q2: 'y' })],
      ...[...times(9, { q1: 'b', q3: 'x' }), ...times(8, { q1: 'b', q3: 'y' })],
      ...times(3, { q1: 'c' }),
    ];
    expect(shownOf(survey, people)).toEqual([]);
  });

  test('of what is shown, how many were asked is everybody or a sum of the numbers of one question', () => {
    const letter = fc.constantFrom('a', 'b', null);
    const answers = fc.array(fc.tuple(letter, letter, letter, letter, letter), { minLength: 2, maxLength: 16 });
    const routed = fc.array(fc.nat({ max: 20 }), { minLength: 20, maxLength: 20 }).map(withRules);
    const answered = fc.tuple(
      routed,
      answers.map(kinds => kinds.map(all => Object.fromEntries(all.map((each, at) => [`q${at + 1}`, each])))),
    );
    fc.assert(
      fc.property(answered, fc.integer({ min: 4, max: 9 }), ([survey, kinds], each) => {
        const responses = kinds.flatMap((answers, at) => times(each + at, answers));
        const figures = buildSnapshot(survey, tally(survey, responses), 5, t).perQuestion.filter(one => one.shown);
        const people = responses.length;
        for (const { base, skipped } of figures) {
          const asked = (base ?? 0) + (skipped ?? 0);
          const known = figures.flatMap(other =>
            sums([...other.rows.map(row => row.count), people - (other.base ?? 0)]),
          );
          expect([people, ...known]).toContain(asked);
        }
      }),
    );
  });

  const sums = (numbers: number[]): number[] => numbers.reduce((all, n) => [...all, ...all.map(sum => sum + n)], [0]);

  /** Five questions, most of which lead somewhere later after one answer to it or to one before it. */
  function withRules(numbers: number[]): Definition {
    const next = () => numbers.pop() ?? 0;
    const ids = ['q1', 'q2', 'q3', 'q4', 'q5'];
    const questions = ids.map((id, at) => {
      const ahead = [...ids.slice(at + 1), 'end'];
      const rule = {
        when: { q: ids[next() % (at + 1)] ?? id, anyOf: ['a'] },
        to: ahead[next() % ahead.length] ?? 'end',
      };
      return one(id, 'ab', next() % 3 === 0 ? {} : { next: [rule] });
    });
    return { format: 1, questions };
  }
});

describe('K08 two days’ pictures side by side', () => {
  test('an open picture leaves out the days after which fewer than ten arrived', () => {
    const tallies = tally(definition, [
      ...times(12, { q2: 'a' }, 0),
      ...times(6, { q2: 'b' }, 1),
      ...times(11, { q2: 'b' }, 2),
    ]);
    expect(responsesIn(settledTallies(tallies))).toBe(18);
    expect(responsesIn(settledTallies(tally(definition, times(50, { q2: 'a' }))))).toBe(0);
    expect(settledTallies([])).toEqual([]);
  });

  test('what is settled is what was counted on those days, and can be pictured', () => {
    const early = times(12, { q2: 'a' });
    const settled = settledTallies(tally(definition, [...early, ...times(10, { q2: 'b' }, 3)]));
    expect(buildSnapshot(definition, settled, 5, t)).toEqual(buildSnapshot(definition, tally(definition, early), 5, t));
  });

  test('no two pictures differ by fewer than ten responses, the last one after the close included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { maxLength: 20 }), perDay => {
        const shown: number[] = [];
        const sent: { answers: Answers; day: number }[] = [];
        perDay.forEach((n, day) => {
          for (let each = 0; each < n; each += 1) {
            sent.push(...times(1, { q2: 'a' }, day));
            const now = responsesIn(settledTallies(tally(definition, sent)));
            const last = shown.at(-1);
            if (needsRenewal(last === undefined ? null : { responses: last }, now, false)) shown.push(now);
          }
        });
        const pictures = [...shown, sent.length];
        pictures.slice(1).forEach((now, at) => expect(now - (pictures[at] ?? 0)).toBeGreaterThanOrEqual(10));
      }),
      { numRuns: 30 },
    );
  });
});

/** Rows of one cell added together, as the table does. */
function mergeRows(rows: TallyRow[]): TallyRow[] {
  const merged = new Map<string, TallyRow>();
  for (const row of rows) {
    const key = [row.question, row.option, row.dimension, row.value].join(' ');
    merged.set(key, { ...row, count: row.count + (merged.get(key)?.count ?? 0) });
  }
  return [...merged.values()];
}

describe('the sentence that answers', () => {
  const row = (words: string, count: number, percent: number) => ({ id: words, words, count, percent });
  const figures = (more: Partial<QuestionFigures>): QuestionFigures => ({
    id: 'q2',
    ask: 'How hard?',
    kind: 'choose-one',
    shown: true,
    base: 148,
    skipped: 12,
    rows: [],
    ...more,
  });

  test('says what most people said, with people beside the percentage', () => {
    const rows = [row('Easy', 40, 27), row('Quite hard', 58, 39), row('Very hard', 50, 34)];
    expect(sentenceThatAnswers(figures({ rows }), t)).toBe('58 of 148 people (39%) said ‘Quite hard’');
  });
  test('says when several are level', () => {
    const rows = [row('Easy', 74, 50), row('Hard', 74, 50)];
    expect(sentenceThatAnswers(figures({ rows }), t)).toBe('‘Easy’, ‘Hard’: each was said by 74 of 148 people (50%)');
  });
  test('says how many wrote, or answered', () => {
    expect(sentenceThatAnswers(figures({ kind: 'long-text' }), t)).toBe(
      '148 of 160 people (93%) answered in their own words',
    );
    expect(sentenceThatAnswers(figures({ kind: 'date' }), t)).toBe('148 of 160 people (93%) answered');
  });
  test('says nothing of a question that is not shown', () => {
    const sentence = sentenceThatAnswers(figures({ shown: false, base: null, skipped: null }), t);
    expect(sentence).toBe('Not shown yet, so that nobody’s answer can be worked out');
  });
});
