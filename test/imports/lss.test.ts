import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, FileRefused } from '../../src/imports/import-rules.ts';
import { readImport } from '../../src/imports/read-import.ts';
import { lssFile, lssSurveyOf } from './lss-fixture.ts';

const TYPES = [...'LO!5YGMPABCEFH1NKDSTUQ;:RX|*I'];

test('what came and what is listed make up what was in the file', async () => {
  const question = fc.record({
    type: fc.constantFrom(...TYPES),
    other: fc.constantFrom('Y', 'N'),
    relevance: fc.constantFrom('1', '', '0', 'Q0 == "A"', 'count(Q0) > 1', '((7X1X10.NAOK == "B"))'),
    settings: fc.constantFrom({}, { hidden: '1' }, { random_order: '1' }),
    parts: fc.subarray(['A', 'B', 'C']),
    columns: fc.subarray(['X', 'Y']),
    options: fc.subarray(['A', 'B', 'C', 'D']),
    group: fc.constantFrom('1', '2'),
    conditions: fc.subarray([{ of: 'Q0', field: '7X1X10', value: 'A' }]),
  });
  const first = { code: 'Q0', type: 'L', options: ['A', 'B'] };
  const groups = fc.constantFrom('', '0', 'Q0 == "A"', 'rand() > 1').map(relevance => [
    { gid: '1', relevance: '' },
    { gid: '2', relevance },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(question, { maxLength: 8 }), groups, async (list, places) => {
      const questions = list.map((each, at) => ({ ...each, code: `Q${at + 1}` }));
      const { found, came, left } = await readImport(lssSurveyOf([first, ...questions], { groups: places }));
      expect(added(came, ...left.map(each => each.counts ?? {}))).toEqual(found);
      expect(found.questions).toBe(questions.length + 1);
    }),
    { numRuns: 200 },
  );
});

test('a survey comes with its words, answers, other languages and conditions', async () => {
  const { title, definition, left } = await readImport(
    lssSurveyOf([
      {
        code: 'who',
        type: 'L',
        options: ['1', '2'],
        ask: { en: '<p>Who are you?</p>', cy: 'Pwy ydych chi?', de: 'Wer?' },
      },
      { code: 'age', type: 'N', settings: { min_num_value_n: '0' }, relevance: 'who.NAOK == "1"', mandatory: 'Y' },
      { code: 'why', type: 'T', ask: { en: 'Why &amp; how?' }, help: 'In <b>your</b> words' },
    ]),
  );
  expect(title).toBe('Short breaks');
  const [who, age, why] = definition.questions;
  expect(who).toMatchObject({ kind: 'choose-one', ask: 'Who are you?', editions: { cy: { ask: 'Pwy ydych chi?' } } });
  expect(who?.next).toEqual([
    { when: { q: 'q1', anyOf: ['1'] }, to: 'q2' },
    { when: { not: { q: 'q1', anyOf: ['1'] } }, to: 'q3' },
  ]);
  expect(age).toMatchObject({ kind: 'number', min: 0, required: true });
  expect(why).toMatchObject({ kind: 'long-text', ask: 'Why & how?', hint: 'In your words' });
  expect(left.map(each => `${each.where}: ${each.what}`)).toEqual([
    'The survey: the words in the language ‘de’, which is not offered here',
    'The survey: the welcome: ‘Welcome.’',
    'Group ‘Part 1’: its name: surveys here have no sections',
  ]);
});

test('a link keeps its address, and what is no words is listed', async () => {
  const ask = {
    en: 'See <a href="https://offer.example/breaks">our list</a>.<img src="x.png"><script>alert(1)</script>',
  };
  const { definition, left } = await readImport(lssSurveyOf([{ code: 'Q1', type: 'S', ask }]));
  expect(definition.questions[0]?.ask).toBe('See our list (https://offer.example/breaks).');
  const what = left.map(each => each.what);
  expect(what).toEqual(expect.arrayContaining(['a picture among its words', 'a script among its words']));
});

const hostile: [string, string | Buffer, RegExp][] = [
  [
    'an entity from outside',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><document>&x;</document>',
    /DOCTYPE/,
  ],
  [
    'entities that multiply',
    `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;">]><a>&b;</a>`,
    /DOCTYPE/,
  ],
  ['an entity that is not declared', '<document>&x;</document>', /XML/],
  ['a file that ends too soon', lssSurveyOf([{ code: 'Q1', type: 'S' }]).subarray(0, 900), /XML/],
  ['tags within tags', '<a>'.repeat(100_000), /nested/],
  ['another kind of XML', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /LimeSurvey/],
  ['nothing to ask', lssFile({ surveys: [{ sid: '1', language: 'en' }] }), /no questions/],
  ['no survey', lssFile({}), /holds no survey/],
  ['letters of another alphabet', Buffer.from([0x3c, 0x61, 0x3e, 0xe9, 0x3c]), /UTF-8/],
  [
    'an equation without end',
    lssSurveyOf([
      { code: 'Q1', type: 'S', relevance: '('.repeat(100_000) },
      { code: 'Q2', type: 'S' },
    ]),
    /^$/,
  ],
  [
    'JSON that is nested too deep',
    `{"format":1,"questions":${'['.repeat(90_000)}${']'.repeat(90_000)}}`,
    /nested too deep/,
  ],
  ['JSON that ends too soon', '{"format":1,', /not JSON/],
  ['rubbish', Buffer.from([1, 2, 3, 255, 254]), /kind of file/],
  ['nothing', '', /empty/],
];

test.each(hostile)('%s: refused, or read without what is hostile', async (_, file, message) => {
  const said = await Promise.resolve()
    .then(() => readImport(Buffer.from(file)))
    .then(
      () => '',
      (error: unknown) => (error instanceof FileRefused ? error.message : `not refused but ${String(error)}`),
    );
  expect(said).toMatch(message);
});
