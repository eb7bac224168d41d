import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesInWords, mixedUp, standsInTheWay } from '../../src/surveys/change-rules.ts';
import { compare } from '../../src/surveys/compare.ts';
import { surveyChanges } from '../../src/consultations/survey-change-rules.ts';
import { parseDefinition, type Definition, type Question } from '../../src/surveys/definition.ts';
import { countedAnew } from '../../src/surveys/meaning-rules.ts';
import { readOptions } from '../../src/surveys/option-rules.ts';
import { withoutDangling } from '../../src/surveys/routing.ts';
import { createSay } from '../../src/words/catalogue.ts';
import { usualSurvey } from '../support/consultations.ts';
import { keepMarks } from '../../src/surveys/mark-rules.ts';
import { stillSayOldWords } from '../../src/surveys/stale-rules.ts';
import { aDefinition } from './arbitrary.ts';

const say = createSay('plain');
const before = usualSurvey;
const changed = (change: (definition: Definition) => void): Definition => {
  const copy = structuredClone(before);
  change(copy);
  return copy;
};
const edit = (id: string, more: object) =>
  changed(({ questions }) => {
    const at = questions.findIndex(each => each.id === id);
    questions[at] = { ...questions[at], ...more } as Question;
  });
const options = (...words: string[]) => words.map((each, at) => ({ id: 'abc'[at] ?? '', words: each }));

describe('what differs between two versions', () => {
  const cases: [string, Definition, object[]][] = [
    ['nothing', before, []],
    [
      'a question more',
      changed(d => d.questions.push({ id: 'q6', kind: 'long-text', ask: 'Why?' })),
      [{ what: 'added', id: 'q6' }],
    ],
    ['a question less', changed(d => d.questions.splice(2, 1)), [{ what: 'removed', id: 'q3' }]],
    ['other words', edit('q3', { ask: 'Short breaks suit my child.' }), [{ what: 'reworded', id: 'q3' }]],
    ['another hint', edit('q3', { hint: 'Any of them.' }), [{ what: 'reworded', id: 'q3' }]],
    ['other points', edit('q3', { points: ['1', '2', '3', '4', '5'] }), [{ what: 'reworded', id: 'q3' }]],
    ['another kind', edit('q5', { kind: 'short-text' }), [{ what: 'kind', id: 'q5' }]],
    [
      'words of an option',
      edit('q4', { options: options('Weekends', 'Places nearer home') }),
      [{ what: 'option-reworded', id: 'q4', option: 'a' }],
    ],
    [
      'an option less',
      edit('q4', { options: options('More weekends') }),
      [{ what: 'option-removed', id: 'q4', option: 'b' }],
    ],
    ['an option more', edit('q4', { none: true }), [{ what: 'option-added', id: 'q4', option: 'none' }]],
    ['who may answer', edit('q1', { options: ['parent', 'young'] }), [{ what: 'option-removed', id: 'q1' }]],
    ['another order', changed(d => d.questions.reverse()), [{ what: 'order', id: null }]],
    ['a rule', edit('q2', { next: [{ when: { q: 'q2', anyOf: ['a'] }, to: 'end' }] }), [{ what: 'rules', id: 'q2' }]],
    ['another edition', edit('q2', { editions: { easy: { ask: 'Easy?' } } }), [{ what: 'editions', id: 'q2' }]],
    ['importance', edit('q2', { important: true }), [{ what: 'important', id: 'q2' }]],
    ['no skipping', edit('q2', { required: true }), [{ what: 'required', id: 'q2' }]],
    ['a limit', edit('q5', { limit: 200 }), [{ what: 'limits', id: 'q5' }]],
    [
      'editions of the start',
      changed(d => void (d.editions = { easy: { title: 'Breaks' } })),
      [{ what: 'editions', id: null }],
    ],
    [
      'about you',
      changed(d => void (d.about = { why: 'To see whom we miss.', questions: [] })),
      [{ what: 'about', id: null }],
    ],
  ];

  test.each(cases)('%s', (_name, after, expected) => {
    const found = compare(before, after);
    expect(found.slice(0, Math.max(1, expected.length))).toMatchObject(expected);
    expect(changesInWords(before, after, say)).toHaveLength(found.length);
    for (const { words } of changesInWords(before, after, say)) expect(words).toMatch(/^[‘A-Z].*[.?’]$/);
  });

  test('a version is like itself, and everything is new in the first', () => {
    fc.assert(
      fc.property(aDefinition, definition => {
        expect(compare(definition, structuredClone(definition))).toEqual([]);
        const first = compare({ format: 1, questions: [] }, definition);
        expect(first.map(each => each.what)).toEqual(definition.questions.map(() => 'added'));
      }),
    );
  });

  test('other groups or another scale under the same id would mix two counts', () => {
    const pairs: [Question, object][] = [
      [{ id: 'q1', kind: 'number', ask: 'A', bins: [5] }, { bins: [5, 10] }],
      [{ id: 'q1', kind: 'date', ask: 'A', bins: 'month', min: '2026-01-01' }, { max: '2026-12-31' }],
      [{ id: 'q1', kind: 'date', ask: 'A', bins: 'month' }, { precision: 'month' }],
      [{ id: 'q1', kind: 'area', ask: 'A', bins: ['B97'] }, { bins: ['B97', 'B98'] }],
      [{ id: 'q1', kind: 'faces', ask: 'A' }, { faces: 3 }],
      [{ id: 'q1', kind: 'pictures', ask: 'A', options: [] }, { many: true }],
      [{ id: 'q1', kind: 'long-text', ask: 'A' }, { kind: 'short-text' }],
    ];
    for (const [question, more] of pairs) {
      const [was, is] = [question, { ...question, ...more } as Question].map(each => ({
        format: 1 as const,
        questions: [each],
      }));
      if (!was || !is) throw new Error('There are two.');
      expect(mixedUp([was], is), question.kind).toHaveLength(1);
      expect(mixedUp([{ format: 1, questions: [] }, was], is), 'an older version counts too').toHaveLength(1);
      expect(mixedUp([was], was)).toEqual([]);
    }
    const about = (breakdown: string): Definition => ({ ...before, about: { why: 'W', questions: [], breakdown } });
    expect(mixedUp([about('q8')], about('q9'))).toHaveLength(1);
    expect(standsInTheWay(before, [before])[0]).toMatch(/^Nothing is changed/);
  });

  test('in public: what was made clearer, added, taken out', () => {
    const after = changed(({ questions }) => {
      questions.splice(0, 1);
      questions[0] = { ...questions[0], ask: 'Is it easy to find out?' } as Question;
      questions.push({ id: 'q6', kind: 'long-text', ask: 'What else?' });
    });
    expect(surveyChanges(before, after)).toEqual([
      { key: 'clearer', numbers: [1] },
      { key: 'added', asks: ['What else?'] },
      { key: 'removed', asks: ['Who is answering?'] },
    ]);
    expect(surveyChanges(before, edit('q2', { important: true }))).toEqual([{ key: 'small' }]);
  });
});

describe('ids keep their meaning', () => {
  test('lines that only say it better keep their ids in their order; others get ids that were never used', () => {
    const was = options('Easy', 'Hard', 'Very hard');
    const given = (sameMeaning: boolean) => ({ used: ['a', 'd'], sameMeaning });
    const ids = (said: string[], same: boolean) =>
      readOptions(was, said, given(same))
        .map(each => each.id)
        .join('');
    expect(ids(['Easy', 'Difficult', 'Very difficult'], true)).toBe('abc');
    expect(ids(['Very hard', 'Simple', 'Hard'], true)).toBe('cab');
    expect(ids(['Easy', 'Difficult', 'Very hard'], false)).toBe('aec');
    expect(ids(['Easy', 'Difficult'], true)).toBe('ae');
  });

  test('counted anew: a new id, which the rules name; words in other editions go', () => {
    const question: Question = { id: 'q1', kind: 'agreement', ask: 'Calm?', editions: { easy: { ask: 'Calm?' } } };
    const items: Question = { id: 'q2', kind: 'items', ask: 'These:', options: options('Bus', 'Taxi') };
    const last: Question = {
      id: 'q3',
      kind: 'long-text',
      ask: 'Why?',
      next: [
        { when: { and: [{ q: 'q1', answered: true }, { not: { q: 'q2-b', anyOf: ['5'] } }] }, to: 'end' },
        { when: { q: 'q3', answered: true }, to: 'q4' },
      ],
    };
    const all: Definition = {
      format: 1,
      questions: [question, items, last, { id: 'q4', kind: 'long-text', ask: 'E' }],
    };
    const one = countedAnew(all, question, [{ format: 1, questions: [{ ...last, id: 'q11' }] }]);
    expect(one.id).toBe('q12');
    const two = countedAnew(one.definition, items, [all]).definition;
    expect(two.questions[0]).toEqual({ id: 'q12', kind: 'agreement', ask: 'Calm?' });
    expect(two.questions[2]?.next?.[0]?.when).toEqual({
      and: [{ q: 'q12', answered: true }, { not: { q: 'q13-b', anyOf: ['5'] } }],
    });
    expect(parseDefinition(two)).toMatchObject({ ok: true });
  });

  test('whatever is taken out, what is left can be read again', () => {
    const ids = ['q1', 'q2', 'q3', 'q4'];
    const comparison = fc.oneof(
      fc.record({ q: fc.constantFrom(...ids), anyOf: fc.subarray(['a', 'b', 'c', '1'], { minLength: 1 }) }),
      fc.record({ q: fc.constantFrom(...ids), allOf: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) }),
      fc.record({ q: fc.constantFrom(...ids, 'q2-a', 'q2-b'), answered: fc.constant(true as const) }),
    );
    const when = fc.oneof(
      comparison,
      comparison.map(not => ({ not })),
      fc.array(comparison, { minLength: 1, maxLength: 3 }).map(and => ({ and })),
    );
    const next = fc.array(fc.record({ when, to: fc.constantFrom(...ids, 'end') }), { minLength: 1, maxLength: 3 });
    const question = (id: string) =>
      fc.record({ next, many: fc.integer({ min: 1, max: 3 }) }).map(each => ({
        id,
        kind: id === 'q2' ? 'items' : 'choose-many',
        ask: 'A',
        options: options('A', 'B', 'C').slice(0, each.many),
        next: each.next,
      }));
    fc.assert(
      fc.property(fc.tuple(...ids.map(question)), fc.subarray(ids), (all, left) => {
        const questions = all.filter(each => left.includes(each.id)) as Question[];
        const tidy = withoutDangling({ format: 1, questions });
        expect(parseDefinition(JSON.stringify(tidy.definition))).toMatchObject({ ok: true });
        expect(withoutDangling(tidy.definition).touched).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('an edition that was not changed along with a question still says the old words', () => {
  const before: Definition = {
    format: 1,
    questions: [
      { id: 'q1', kind: 'long-text', ask: 'What helps?', editions: { easy: { ask: 'Help' }, cy: { ask: 'Cymorth' } } },
      { id: 'q2', kind: 'long-text', ask: 'Why?', editions: { easy: { ask: 'Why so?' } } },
      { id: 'q3', kind: 'long-text', ask: 'Where?' },
    ],
  };
  const after = structuredClone(before);
  for (const question of after.questions) question.ask += ' Tell us.';
  Object.assign(after.questions[0]?.editions?.cy ?? {}, { ask: 'Cymorth da' });
  Object.assign(after.questions[1] ?? {}, { ask: 'Why?' });
  const kept = keepMarks(before, after);
  expect(stillSayOldWords(kept)).toEqual([{ id: 'q1', editions: ['easy'] }]);
  expect(kept.questions[0]?.editions?.easy?.writtenFor).toEqual({ ask: 'What helps?' });
  expect(stillSayOldWords(before)).toEqual([]);
  expect(keepMarks(before, before), 'nothing is marked that was not changed').toEqual(before);
  expect(stillSayOldWords(keepMarks(kept, before)), 'it says what it said').toEqual([]);
});
